package app.parley.presence.token.web;

import app.parley.presence.token.IssuerSettings;
import app.parley.presence.token.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published keys. */
@RestController
@Tag(name = "Keys")
@SecurityRequirements
class KeySetController {

    private final Map<String, Object> keys;
    private final CacheControl caching;

    KeySetController(SigningKeys keys, IssuerSettings settings) {
        this.keys = keys.published().toJSONObject();
        this.caching = CacheControl.maxAge(settings.keySetCaching()).cachePublic();
    }

    @Operation(
            summary = "The public keys of access tokens",
            description =
                    "A JWK set (RFC 7517). A token names its key by `kid`; whoever meets an unknown `kid` asks again.")
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok().cacheControl(caching).body(keys);
    }
}
