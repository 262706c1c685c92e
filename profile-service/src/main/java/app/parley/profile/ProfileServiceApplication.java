package app.parley.profile;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Runs profile-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableResilientMethods
public class ProfileServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ProfileServiceApplication.class, arguments);
    }

    /** By which codes expire and what is limited is counted. */
    @Bean
    static InstantSource clock() {
        return InstantSource.system();
    }
}
