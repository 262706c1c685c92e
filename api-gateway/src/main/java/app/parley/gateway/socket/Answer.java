package app.parley.gateway.socket;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * What chat-service said to a client's upgrade request.
 *
 * @param service the connection to it: a WebSocket if it said yes
 * @param body the reason if it said no
 */
record Answer(Channel service, HttpResponseStatus status, HttpHeaders headers, byte[] body) {

    static Answer of(Channel service, FullHttpResponse response) {
        return new Answer(service, response.status(), response.headers(), ByteBufUtil.getBytes(response.content()));
    }

    boolean isYes() {
        return status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }
}
