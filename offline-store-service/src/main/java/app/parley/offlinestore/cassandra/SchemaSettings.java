package app.parley.offlinestore.cassandra;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the tables come to be.
 *
 * @param createKeyspace whether to create the keyspace if there is none
 * @param replicationFactor how many replicas the created keyspace has in the local data centre
 */
@Validated
@ConfigurationProperties("parley.offline-store.schema")
record SchemaSettings(
        @DefaultValue("true") boolean createKeyspace,
        @DefaultValue("1") @Min(1) int replicationFactor) {}
