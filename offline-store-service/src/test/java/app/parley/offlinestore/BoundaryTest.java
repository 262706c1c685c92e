package app.parley.offlinestore;

import app.parley.test.ServiceBoundaries;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    @Test
    void featuresAndAdaptersKeepToTheirImports() {
        ServiceBoundaries.verify("app.parley.offlinestore");
    }
}
