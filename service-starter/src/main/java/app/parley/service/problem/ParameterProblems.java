package app.parley.service.problem;

import app.parley.service.problem.Problems.FieldProblem;
import java.util.List;
import java.util.Objects;
import org.springframework.validation.method.MethodValidationResult;

/** The fields of a failed method validation, which both web stacks report alike. */
final class ParameterProblems {

    private ParameterProblems() {}

    static List<FieldProblem> of(MethodValidationResult result) {
        return result.getParameterValidationResults().stream()
                .flatMap(parameter -> {
                    String name = Objects.requireNonNullElse(
                            parameter.getMethodParameter().getParameterName(), "parameter");
                    return parameter.getResolvableErrors().stream().map(error -> Problems.field(name, error));
                })
                .toList();
    }
}
