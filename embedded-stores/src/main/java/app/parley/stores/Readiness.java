package app.parley.stores;

import java.io.IOException;

/** Asks a store, in its own protocol, whether it serves. */
@FunctionalInterface
interface Readiness {

    /**
     * @return whether the store answered as it does when it serves
     * @throws IOException if nobody answers yet
     * @throws StoreStartException if waiting longer cannot help
     */
    boolean answers() throws IOException;
}
