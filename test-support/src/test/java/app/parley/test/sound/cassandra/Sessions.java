package app.parley.test.sound.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;

public record Sessions(CqlSession session) {}
