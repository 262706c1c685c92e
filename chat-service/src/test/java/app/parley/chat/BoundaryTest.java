package app.parley.chat;

import app.parley.test.ServiceBoundaries;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    @Test
    void packagesKeepToTheirPlaces() {
        ServiceBoundaries.verify("app.parley.chat");
    }
}
