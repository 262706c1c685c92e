package app.parley.test;

import java.net.URI;
import java.util.Map;

/** An S3 server without buckets that other test classes know. */
public final class S3Store extends RealStore {

    private final String bucket;

    S3Store(StoreInstance instance, String bucket) {
        super(instance);
        this.bucket = bucket;
    }

    public URI endpoint() {
        return URI.create("http://%s:%d".formatted(host(), port()));
    }

    public String accessKey() {
        return StoreInstance.USER;
    }

    public String secretKey() {
        return StoreInstance.PASSWORD;
    }

    /** The name of a bucket of the test class's own; who is tested creates it. */
    public String bucket() {
        return bucket;
    }

    @Override
    Map<String, Object> properties() {
        return Map.of();
    }
}
