package app.parley.load.traffic;

import app.parley.load.socket.LoadSocket;
import app.parley.load.socket.MessageIds;

/** The side that receives: acknowledges what came, together with what comes soon after. */
final class Receiver extends Endpoint {

    private final int run;
    private final int textLength;
    private final Ledger ledger;
    private final SendTimes times;
    private final Coalescer coalescer;
    private long conversationHigh;
    private long conversationLow;
    private long received;
    private boolean queued;

    Receiver(int run, int textLength, Ledger ledger, SendTimes times, Meter meter, Coalescer coalescer) {
        super(meter);
        this.run = run;
        this.textLength = textLength;
        this.ledger = ledger;
        this.times = times;
        this.coalescer = coalescer;
    }

    @Override
    public void message(long high, long low, long seq, long idLow, int length) {
        conversationHigh = high;
        conversationLow = low;
        ledger.place(seq);
        received = Math.max(received, seq);
        if (MessageIds.run(idLow) == run) {
            int number = MessageIds.number(idLow);
            if (ledger.delivered(number, length == textLength)) {
                meter().delivered(times.since(number));
            }
        }
        if (!queued) {
            queued = true;
            coalescer.soon(this);
        }
    }

    @Override
    public void error(String code, boolean retryable, long idLow) {
        meter().error(code);
    }

    /** Whether it has said how far it has received. */
    boolean hasAcknowledged() {
        return !queued;
    }

    /** Says how far it has received. */
    void acknowledge() {
        queued = false;
        LoadSocket current = socket();
        if (current != null) {
            current.acknowledge(conversationHigh, conversationLow, received);
            current.flush();
        }
    }
}
