package app.parley.gateway.docs.web;

import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The protocol of the WebSocket, as text. */
@Controller
@Hidden
class ProtocolPage {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Resource text = new ClassPathResource("protocol/protocol.md");

    @GetMapping("/protocol")
    ResponseEntity<Resource> protocol() {
        if (!text.exists()) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "not_found", "This build came without the protocol page.");
        }
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }
}
