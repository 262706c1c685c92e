package app.parley.presence.session.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the field that is missing, or that is one too many. */
class OneProofValidator implements ConstraintValidator<OneProof, LoginRequest> {

    private record Wrong(String field, String reason) {}

    @Override
    public boolean isValid(LoginRequest request, ConstraintValidatorContext context) {
        return wrong(request).map(wrong -> refuse(wrong, context)).orElse(true);
    }

    private static Optional<Wrong> wrong(LoginRequest request) {
        return request.isByCode() ? wrongByCode(request) : wrongByPassword(request);
    }

    private static Optional<Wrong> wrongByPassword(LoginRequest request) {
        return isBlank(request.handle())
                ? Optional.of(new Wrong("handle", "must not be blank"))
                : missing("password", request.password());
    }

    private static Optional<Wrong> wrongByCode(LoginRequest request) {
        if (request.handle() != null || request.password() != null) {
            return Optional.of(new Wrong(
                    request.handle() != null ? "handle" : "password", "must not be said together with a code"));
        }
        return CodeRequest.wrongAddress(request.email(), request.phone())
                .map(reason -> new Wrong("email", reason))
                .or(() -> missing("code", request.code()));
    }

    private static Optional<Wrong> missing(String field, @Nullable String value) {
        return value == null || value.isEmpty() ? Optional.of(new Wrong(field, "must not be empty")) : Optional.empty();
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static boolean refuse(Wrong wrong, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(wrong.reason())
                .addPropertyNode(wrong.field())
                .addConstraintViolation();
        return false;
    }
}
