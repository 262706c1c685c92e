package app.parley.profile.export.web;

import app.parley.profile.api.ExportPart;
import app.parley.profile.export.Export;
import app.parley.profile.export.ExportPlace;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The exports' part of {@link app.parley.profile.api.ProfileApi}. */
@RestController
@RequestMapping("/internal/v1/people")
@Hidden
class InternalExportController {

    private final Export export;
    private final JsonMapper json;

    InternalExportController(Export export, JsonMapper json) {
        this.export = export;
        this.json = json;
    }

    @GetMapping("/{user}/export")
    ExportPart export(@PathVariable UUID user, @RequestParam(defaultValue = "") String cursor) {
        Export.Part part = export.part(user, place(cursor));
        ExportPlace next = part.next();
        return new ExportPart(
                part.found().stream()
                        .map(Line::of)
                        .map(json::writeValueAsString)
                        .toList(),
                next == null ? null : PlaceText.of(next));
    }

    private static ExportPlace place(String cursor) {
        return PlaceText.read(cursor)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "cursor: is none of an export"));
    }
}
