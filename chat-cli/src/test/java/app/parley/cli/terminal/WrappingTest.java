package app.parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {

    private static final String FAMILY = "👩‍👩‍👧‍👦";

    @Test
    void rowsBreakAtSpaces() {
        assertThat(Wrapping.wrap("the quick brown fox", 10)).containsExactly("the quick", "brown fox");
    }

    @Test
    void aWordThatIsLongerThanARowIsBroken() {
        assertThat(Wrapping.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void lineBreaksAreKept() {
        assertThat(Wrapping.wrap("a\n\nb\n", 10)).containsExactly("a", "", "b", "");
    }

    @Test
    void anEmptyTextIsOneRow() {
        assertThat(Wrapping.wrap("", 10)).containsExactly("");
    }

    @Test
    void wideCharactersCountTwice() {
        assertThat(Wrapping.columns("語語")).isEqualTo(4);
        assertThat(Wrapping.wrap("語語語", 5)).containsExactly("語語", "語");
    }

    @Test
    void combiningCharactersTakeNoColumn() {
        assertThat(Wrapping.columns("e\u0301a\u0308")).isEqualTo(2);
    }

    @Test
    void arabicIsAsWideAsItsLetters() {
        assertThat(Wrapping.columns("مرحبا")).isEqualTo(5);
        assertThat(Wrapping.columns("مَرْحَبًا")).isEqualTo(5);
    }

    @Test
    void aSymbolThatIsDrawnAsAnEmojiIsWide() {
        assertThat(Wrapping.columns("❤️")).isEqualTo(2);
    }

    @Test
    void joinedEmojiCountAsWideAsATerminalMayDrawThem() {
        assertThat(Wrapping.columns(FAMILY)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
                "🏳️‍🌈🇩🇪👍🏽 and some words e\u0301e\u0301e\u0301e\u0301",
                "مَرْحَبًا بِكُمْ جَمِيعًا فِي هَذَا الْمَكَانِ",
                "क्षत्रिय नमस्ते दुनिया"
            })
    void whatAReaderSeesAsOneCharacterIsNeverBroken(String text) {
        List<String> rows = Wrapping.wrap(text, 9);

        assertThat(clusters(String.join(" ", rows)))
                .filteredOn(cluster -> !cluster.isBlank())
                .isEqualTo(clusters(text).stream()
                        .filter(cluster -> !cluster.isBlank())
                        .toList());
        assertThat(rows).allSatisfy(row -> assertThat(Wrapping.columns(row)).isLessThanOrEqualTo(9));
    }

    @Test
    void fourThousandCharactersFit() {
        List<String> rows = Wrapping.wrap("語".repeat(4_000), 60);

        assertThat(rows).hasSize(134);
        assertThat(String.join("", rows)).isEqualTo("語".repeat(4_000));
    }

    private static List<String> clusters(String text) {
        List<String> clusters = new ArrayList<>();
        BreakIterator iterator = BreakIterator.getCharacterInstance(Locale.ROOT);
        iterator.setText(text);
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; start = end, end = iterator.next()) {
            clusters.add(text.substring(start, end));
        }
        return clusters;
    }
}
