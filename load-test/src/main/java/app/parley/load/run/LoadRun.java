package app.parley.load.run;

import app.parley.load.account.Account;
import app.parley.load.socket.LoadSockets;
import java.util.List;

/** A kind of run. */
public interface LoadRun {

    /** How many accounts it needs. */
    int accounts(Plan plan);

    Result run(Plan plan, LoadSockets sockets, List<Account> accounts, Observer observer) throws InterruptedException;
}
