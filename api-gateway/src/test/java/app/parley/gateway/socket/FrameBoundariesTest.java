package app.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameBoundariesTest {

    private static final int TEXT = 0x81;
    private static final int FIRST_PART = 0x01;
    private static final int LAST_PART = 0x80;
    private static final int PING = 0x89;
    private static final int CLOSE = 0x88;

    private final FrameBoundaries boundaries = new FrameBoundaries();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 200_000})
    void aMessageEndsWithItsLastByte(int size) {
        ByteBuf message = frame(TEXT, size);

        for (int i = 0; i < message.readableBytes() - 1; i++) {
            assertThat(boundaries.follow(message.slice(i, 1))).isEqualTo(i == 0 ? 0 : -1);
            assertThat(boundaries.betweenMessages()).isFalse();
        }
        assertThat(boundaries.follow(message.slice(message.readableBytes() - 1, 1)))
                .isEqualTo(1);
        assertThat(boundaries.betweenMessages()).isTrue();
    }

    @Test
    void theLastBoundaryOfAChunkIsFound() {
        ByteBuf first = frame(TEXT, 300);
        ByteBuf chunk = Unpooled.wrappedBuffer(first, frame(TEXT, 10).writerIndex(5));

        assertThat(boundaries.follow(chunk)).isEqualTo(302 + 2);
        assertThat(boundaries.betweenMessages()).isFalse();
    }

    @Test
    void thereIsNoBoundaryBetweenThePartsOfAMessage() {
        assertThat(boundaries.follow(frame(FIRST_PART, 5))).isZero();
        assertThat(boundaries.follow(frame(PING, 4))).isEqualTo(-1);
        assertThat(boundaries.betweenMessages()).isFalse();

        assertThat(boundaries.follow(frame(LAST_PART, 5))).isEqualTo(7);
        assertThat(boundaries.betweenMessages()).isTrue();
    }

    @Test
    void nothingMayFollowAClose() {
        assertThat(boundaries.follow(frame(CLOSE, 2))).isZero();

        assertThat(boundaries.betweenMessages()).isFalse();
    }

    private static ByteBuf frame(int first, int size) {
        ByteBuf frame = Unpooled.buffer().writeByte(first);
        if (size < 126) {
            frame.writeByte(size);
        } else if (size < 65_536) {
            frame.writeByte(126).writeShort(size);
        } else {
            frame.writeByte(127).writeLong(size);
        }
        return frame.writeZero(size);
    }
}
