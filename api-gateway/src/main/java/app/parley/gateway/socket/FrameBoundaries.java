package app.parley.gateway.socket;

import io.netty.buffer.ByteBuf;

/**
 * Follows the frames of a server's stream (RFC 6455, section 5.2: a server does not mask) without touching them, so that
 * it is known where a frame of our own may stand. A frame costs a look at its header.
 */
final class FrameBoundaries {

    private static final int FINAL = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int CLOSE = 0x8;
    private static final int LENGTH = 0x7F;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    private enum Expected {
        OPCODE,
        LENGTH,
        LONG_LENGTH,
        PAYLOAD
    }

    private Expected expected = Expected.OPCODE;
    private long length;
    private byte lengthBytesLeft;
    private boolean withinMessage;
    private boolean ended;

    /** Whether the next byte would begin a message, and none has said that it is the last. */
    boolean betweenMessages() {
        return expected == Expected.OPCODE && !withinMessage && !ended;
    }

    /** Whether the server has said goodbye: a close frame was seen. */
    boolean ended() {
        return ended;
    }

    /**
     * Follows the readable bytes of the chunk.
     *
     * @return how many of them lie before the last place at which a message may begin; -1 if there is no such place
     */
    int follow(ByteBuf chunk) {
        int start = chunk.readerIndex();
        int end = chunk.writerIndex();
        int last = betweenMessages() ? 0 : -1;
        for (int at = start; at < end; ) {
            if (expected == Expected.PAYLOAD) {
                int skipped = (int) Math.min(length, end - at);
                at += skipped;
                payload(length - skipped);
            } else {
                header(chunk.getByte(at++));
            }
            if (betweenMessages()) {
                last = at - start;
            }
        }
        return last;
    }

    private void header(byte next) {
        switch (expected) {
            case OPCODE -> opcode(next);
            case LENGTH -> length(next & LENGTH);
            case LONG_LENGTH -> longLength(next);
            case PAYLOAD -> throw new IllegalStateException("a payload is not a header");
        }
    }

    private void opcode(byte next) {
        int opcode = next & OPCODE;
        if (opcode == CLOSE) {
            ended = true;
        } else if (opcode < CLOSE) {
            withinMessage = (next & FINAL) == 0;
        }
        expected = Expected.LENGTH;
    }

    private void length(int value) {
        if (value < LENGTH_16) {
            payload(value);
            return;
        }
        lengthBytesLeft = (byte) (value == LENGTH_64 ? Long.BYTES : Short.BYTES);
        length = 0;
        expected = Expected.LONG_LENGTH;
    }

    private void longLength(byte next) {
        length = length << Byte.SIZE | next & 0xFF;
        if (--lengthBytesLeft == 0) {
            payload(length);
        }
    }

    private void payload(long left) {
        length = left;
        expected = left == 0 ? Expected.OPCODE : Expected.PAYLOAD;
    }
}
