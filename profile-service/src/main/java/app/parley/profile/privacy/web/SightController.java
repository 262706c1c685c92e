package app.parley.profile.privacy.web;

import app.parley.profile.api.Look;
import app.parley.profile.privacy.Pair;
import app.parley.profile.privacy.Sight;
import app.parley.profile.privacy.Sights;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sights' part of {@link app.parley.profile.api.ProfileApi}. */
@RestController
@RequestMapping("/internal/v1/sights")
@Hidden
class SightController {

    private static final int MOST = 500;

    private final Sights sights;

    SightController(Sights sights) {
        this.sights = sights;
    }

    @PostMapping
    List<app.parley.profile.api.Sight> sights(@RequestBody List<@Nullable Look> looks) {
        if (looks.isEmpty() || looks.size() > MOST) {
            throw invalid("a call asks for " + looks.size() + " sights, 1 to " + MOST + " expected");
        }
        List<Pair> pairs = looks.stream().map(SightController::pair).toList();
        Map<Pair, Sight> found = sights.of(Set.copyOf(pairs));
        return pairs.stream()
                .map(pair -> record(found.getOrDefault(pair, Sight.NOTHING)))
                .toList();
    }

    private static Pair pair(@Nullable Look look) {
        if (look == null) {
            throw invalid("a look must not be null");
        }
        return new Pair(required("viewer", look.viewer()), required("subject", look.subject()));
    }

    /** JSON may leave out what the record promises. */
    private static UUID required(String field, @Nullable UUID value) {
        if (value == null) {
            throw invalid(field + ": must not be null");
        }
        return value;
    }

    private static ProblemException invalid(String reason) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", reason);
    }

    private static app.parley.profile.api.Sight record(Sight sight) {
        return new app.parley.profile.api.Sight(
                sight.lastSeen(), sight.online(), sight.readReceipts(), sight.contact());
    }
}
