package app.parley.profile.rule;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Asks the domain whether a text follows the rule, and answers with the domain's words. */
class FollowsValidator implements ConstraintValidator<Follows, String> {

    private Rule rule = Rule.HANDLE;
    private boolean optional;

    @Override
    public void initialize(Follows constraint) {
        rule = constraint.value();
        optional = constraint.optional();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return optional;
        }
        return rule.violation(text).map(reason -> refuse(reason, context)).orElse(true);
    }

    private static boolean refuse(String reason, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(reason).addConstraintViolation();
        return false;
    }
}
