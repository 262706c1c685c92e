package app.parley.stores;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What it takes to run one store.
 *
 * @param name how messages call the store
 * @param address where it will answer
 * @param port the port of that address
 * @param arguments the command line
 * @param folder what belongs to this instance: its data, its settings, the record of its process
 * @param log where its output goes
 * @param patience how long it may take until it answers
 * @param stop what asks it to end in order
 */
record StoreCommand(
        String name,
        String address,
        int port,
        List<String> arguments,
        Path folder,
        Path log,
        Duration patience,
        Signal stop) {}
