package app.parley.test;

/** The kinds of store that a test can ask for. */
public enum Store {
    POSTGRES,
    REDIS,
    CASSANDRA,
    S3
}
