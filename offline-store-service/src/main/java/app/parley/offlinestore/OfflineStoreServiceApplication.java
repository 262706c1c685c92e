package app.parley.offlinestore;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The conversation logs, in Cassandra. */
@SpringBootApplication
@ConfigurationPropertiesScan
class OfflineStoreServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(OfflineStoreServiceApplication.class, args);
    }
}
