package app.parley.presence;

import app.parley.test.ServiceBoundaries;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    @Test
    void packagesImportInOneDirection() {
        ServiceBoundaries.verify("app.parley.presence");
    }
}
