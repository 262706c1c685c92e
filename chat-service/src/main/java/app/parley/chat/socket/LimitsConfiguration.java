package app.parley.chat.socket;

import app.parley.chat.message.SendSettings;
import app.parley.chat.protocol.ServerFrame;
import app.parley.chat.session.SessionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits that each client is told of. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    @Bean
    ServerFrame.Limits limits(SocketSettings socket, SendSettings send, SessionSettings session) {
        return new ServerFrame.Limits(
                Math.toIntExact(socket.frameBytes().toBytes()),
                send.textCharacters(),
                session.window(),
                send.unanswered());
    }
}
