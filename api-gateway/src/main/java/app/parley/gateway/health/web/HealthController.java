package app.parley.gateway.health.web;

import app.parley.gateway.health.Health;
import app.parley.gateway.health.HealthSettings;
import app.parley.gateway.health.Parts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Says whether Parley is ready. */
@RestController
class HealthController {

    /** One question at a time, whoever asks how often. */
    private final Mono<Health> health;

    HealthController(Parts parts, HealthSettings settings) {
        this.health = parts.ask().cache(settings.cache());
    }

    @Operation(summary = "Whether every part of Parley is ready, its stores included, and which instances are not")
    @ApiResponse(
            responseCode = "200",
            description = "Every part serves, with all of its instances (`UP`) or with fewer (`DEGRADED`)")
    @ApiResponse(responseCode = "503", description = "Some part does not; the answer names it")
    @GetMapping("/health")
    Mono<ResponseEntity<Health>> health() {
        return health.map(now -> ResponseEntity.status(now.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(now));
    }
}
