package app.parley.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = ServiceContract.SampleService.class,
        properties = {"spring.main.web-application-type=reactive"})
class ReactiveServiceTest extends ServiceContract {

    /** A filter that left it, as one that opens a web session does, would cost more than the request. */
    @Test
    void aRequestStaysInItsChannelsThread() throws Exception {
        assertThat(get("/v1/open/thread").body()).containsPattern("-http-(epoll|kqueue|nio)-");
    }

    /** Reactor Netty 1.3.6 forgot now and then to read on after an answer that was written in another thread. */
    @Test
    void aConnectionThatIsKeptAliveIsReadOnAndOn() throws Exception {
        String request = "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), internalPort.number())) {
            socket.setSoTimeout(5_000);
            socket.setTcpNoDelay(true);
            BufferedInputStream answers = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < 5_000; i++) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                assertThat(readAnswer(answers)).startsWith("HTTP/1.1 200");
            }
        }
    }

    private static String readAnswer(InputStream answers) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = answers.read();
            assertThat(next).as(head.toString()).isNotNegative();
            head.append((char) next);
        }
        Matcher length = Pattern.compile("(?i)content-length: *(\\d+)").matcher(head);
        assertThat(length.find()).as(head.toString()).isTrue();
        answers.readNBytes(Integer.parseInt(length.group(1)));
        return head.toString();
    }
}
