package app.parley.load.socket;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The {@code send} frames of one sender, which differ in their id only. */
public final class SendTemplate {

    private static final String BEFORE_ID = "{\"type\":\"send\",\"id\":\"";

    private final byte[] frame;
    private final int run;

    /**
     * @param run the run that the ids say, see {@link MessageIds}
     * @param textLength how many characters the text has
     */
    public static SendTemplate toUser(int run, UUID recipient, int textLength) {
        return new SendTemplate(run, "user", recipient, textLength);
    }

    /** The same to a conversation. */
    public static SendTemplate toConversation(int run, UUID conversation, int textLength) {
        return new SendTemplate(run, "conversation", conversation, textLength);
    }

    private SendTemplate(int run, String kind, UUID target, int textLength) {
        this.run = run;
        String text = "All work and no play makes Jack a dull boy. "
                .repeat(textLength / 44 + 1)
                .substring(0, textLength);
        frame = (BEFORE_ID + "-".repeat(Uuids.LENGTH) + "\",\"to\":{\"" + kind + "\":\"" + target
                        + "\"},\"content\":{\"type\":\"text\",\"text\":\"" + text + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The frame of the message with this number. */
    byte[] frame(long highOfId, int number) {
        byte[] filled = frame.clone();
        Uuids.write(highOfId, MessageIds.low(run, number), filled, BEFORE_ID.length());
        return filled;
    }
}
