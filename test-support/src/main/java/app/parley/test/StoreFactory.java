package app.parley.test;

/** Starts servers of one sort: processes or containers. */
interface StoreFactory {

    StoreInstance start(Store store);

    /** Takes away what the servers have left, once all of them have ended. */
    void cleanUp();
}
