package app.parley.service.port;

/** The internal port that this service listens on: the configured one, or the free one that it took. */
public interface InternalPort {

    int number();
}
