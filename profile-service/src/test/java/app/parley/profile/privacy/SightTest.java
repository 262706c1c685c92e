package app.parley.profile.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one of two people sees of the other, for all that both may have chosen, and however they stand to each other. */
class SightTest {

    /** What there is to see, and whether who does not show it does not see it either. */
    enum Attribute {
        LAST_SEEN(Sight::lastSeen, true, circle -> privacy(circle, 0)),
        ONLINE(Sight::online, true, circle -> privacy(circle, 1)),
        ABOUT(Sight::about, false, circle -> privacy(circle, 2)),
        PHOTO(Sight::photo, false, circle -> privacy(circle, 3)),
        READ_RECEIPTS(Sight::readReceipts, true, circle -> privacy(circle, 4)),
        GROUPS(Sight::adding, false, circle -> privacy(circle, 5));

        private final Predicate<Sight> seen;
        private final boolean mutual;
        private final Function<Circle, Privacy> only;

        Attribute(Predicate<Sight> seen, boolean mutual, Function<Circle, Privacy> only) {
            this.seen = seen;
            this.mutual = mutual;
            this.only = only;
        }

        private static Privacy privacy(Circle circle, int place) {
            Circle[] circles = new Circle[6];
            Arrays.fill(circles, Circle.EVERYONE);
            circles[place] = circle;
            return new Privacy(circles[0], circles[1], circles[2], circles[3], circles[4], circles[5]);
        }
    }

    record Case(Attribute attribute, Circle subjects, boolean subjectKnows, Circle viewers, boolean viewerKnows) {

        private Side subject(boolean blocks) {
            return new Side(attribute.only.apply(subjects), subjectKnows, blocks);
        }

        private Side viewer(boolean blocks) {
            return new Side(attribute.only.apply(viewers), viewerKnows, blocks);
        }

        private boolean expected() {
            boolean shown = subjects == Circle.EVERYONE || subjects == Circle.CONTACTS && subjectKnows;
            boolean showing = viewers == Circle.EVERYONE || viewers == Circle.CONTACTS && viewerKnows;
            return shown && (showing || !attribute.mutual);
        }
    }

    static Stream<Case> all() {
        return Stream.of(Attribute.values())
                .flatMap(attribute -> Stream.of(Circle.values())
                        .flatMap(subjects -> Stream.of(true, false)
                                .flatMap(subjectKnows -> Stream.of(Circle.values())
                                        .flatMap(viewers -> Stream.of(true, false)
                                                .map(viewerKnows -> new Case(
                                                        attribute, subjects, subjectKnows, viewers, viewerKnows))))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void oneSeesWhatTheOtherShowsAndSomeOfItOnlyIfOneShowsItToo(Case one) {
        Sight sight = Sight.of(one.viewer(false), one.subject(false));

        assertThat(one.attribute().seen.test(sight)).isEqualTo(one.expected());
        assertThat(sight.contact()).isTrue();
        assertThat(Stream.of(Attribute.values())
                        .filter(other -> other != one.attribute())
                        .filter(other -> other != Attribute.LAST_SEEN))
                .as("what is shown to everyone")
                .allMatch(other -> other.seen.test(sight));
        assertThat(sight.lastSeen())
                .as("whether it can be seen when they were there last, which tells whether they are there")
                .isEqualTo(one.expected()
                        || one.attribute() != Attribute.LAST_SEEN && one.attribute() != Attribute.ONLINE);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBlockHidesEverythingWhoeverBlocks(Case one) {
        assertThat(Sight.of(one.viewer(true), one.subject(false))).isEqualTo(Sight.NOTHING);
        assertThat(Sight.of(one.viewer(false), one.subject(true))).isEqualTo(Sight.NOTHING);
        assertThat(Sight.of(one.viewer(true), one.subject(true))).isEqualTo(Sight.NOTHING);
    }

    @Test
    void whoIsBlockedSeesNothing() {
        assertThat(Stream.of(Attribute.values())).noneMatch(attribute -> attribute.seen.test(Sight.NOTHING));
        assertThat(Sight.NOTHING.contact()).isFalse();
    }
}
