package app.parley.load.traffic;

import app.parley.load.socket.LoadSocket;
import app.parley.load.socket.MessageIds;
import app.parley.load.socket.SendTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The side that writes: keeps a window of unaccepted messages full, or sends when it is told to. */
final class Sender extends Endpoint {

    private static final long RETRY_MILLIS = 50;

    private final SendTemplate template;
    private final Ledger ledger;
    private final SendTimes times;
    private final Map<Integer, Long> unanswered = new HashMap<>();
    private int window;
    private int end;
    private int next;

    Sender(SendTemplate template, Ledger ledger, SendTimes times, Meter meter) {
        super(meter);
        this.template = template;
        this.ledger = ledger;
        this.times = times;
    }

    void saturate(int messagesUnanswered, int messages) {
        window = messagesUnanswered;
        end = messages;
        fill();
        flush();
    }

    void sendOne(long intendedNanos) {
        send(intendedNanos);
        flush();
    }

    void stop() {
        end = 0;
    }

    @Override
    public void accepted(long idLow, long seq) {
        int number = MessageIds.number(idLow);
        if (unanswered.remove(number) != null && ledger.accepted(number, seq)) {
            meter().accepted(times.since(number));
        }
        fill();
    }

    /** Nobody writes to it but the server, of the group that it is in: it has that, and says so. */
    @Override
    public void message(long conversationHigh, long conversationLow, long seq, long idLow, int textLength) {
        LoadSocket current = socket();
        if (current != null) {
            current.acknowledge(conversationHigh, conversationLow, seq);
        }
    }

    @Override
    public void receipt(long delivered, long read) {
        meter().receipt();
    }

    @Override
    public void error(String code, boolean retryable, long idLow) {
        meter().error(code);
        int number = MessageIds.number(idLow);
        LoadSocket current = socket();
        if (!unanswered.containsKey(number) || current == null) {
            return;
        }
        if (retryable) {
            var _ = current.eventLoop().schedule(() -> again(number), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            unanswered.remove(number);
        }
    }

    @Override
    public void readComplete() {
        flush();
    }

    private void again(int number) {
        Long millis = unanswered.get(number);
        LoadSocket current = socket();
        if (millis != null && current != null) {
            current.send(template, millis, number);
            current.flush();
        }
    }

    private void fill() {
        while (unanswered.size() < window && next < end && socket() != null) {
            send(System.nanoTime());
        }
    }

    private void send(long intendedNanos) {
        LoadSocket current = socket();
        if (current == null) {
            return;
        }
        int number = next++;
        long millis = System.currentTimeMillis();
        unanswered.put(number, millis);
        times.sent(number, intendedNanos);
        ledger.sent();
        meter().sent();
        current.send(template, millis, number);
    }

    private void flush() {
        LoadSocket current = socket();
        if (current != null) {
            current.flush();
        }
    }
}
