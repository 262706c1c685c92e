package app.parley.presence.session.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A login shows either a handle and a password, or an address and a code. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneProofValidator.class)
@interface OneProof {

    String message() default "must show either a handle and a password or an address and a code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
