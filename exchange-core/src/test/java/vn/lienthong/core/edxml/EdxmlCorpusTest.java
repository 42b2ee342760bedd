package vn.lienthong.core.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EdxmlCorpusTest {

    static List<Path> letters() {
        return Messages.corpus("letter");
    }

    static List<Path> statuses() {
        return Messages.corpus("status");
    }

    static List<Path> refused() {
        return Messages.corpus("refused");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void readsEveryLetter(Path file) {
        assertThat(Messages.letter(Messages.octets(file))
                        .metadata()
                        .sender()
                        .code()
                        .value())
                .isEqualTo("000.00.00.G22");
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void readsEveryStatusWithTheCodeOfItsName(Path file) {
        String name = file.getFileName().toString();
        String code = name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.'));
        String meant = code.equals("14") ? "15" : code.equals("3") ? "03" : code;

        assertThat(Messages.status(Messages.octets(file)).code()).isEqualTo(meant);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithTheRuleOfItsName(Path file) {
        String name = file.getFileName().toString();

        EdxmlFault fault = Messages.fault(Messages.octets(file)).orElseThrow();

        assertThat(fault.rule()).as(fault.english()).isEqualTo(ruleOf(file));
        assertThat(fault.element()).as(name).isNotEmpty();
        assertThat(fault.vietnamese()).contains("Cách xử lý: ").startsWith(fault.element());
        assertThat(fault.english()).contains("What to do: ").startsWith(fault.element());
    }

    @Test
    void hasAnExampleForEveryRuleThatAnyMessageCanBreak() {
        Set<EdxmlRule> shown = EnumSet.noneOf(EdxmlRule.class);
        refused().forEach(file -> shown.add(ruleOf(file)));
        Set<EdxmlRule> missing = EnumSet.complementOf(EnumSet.copyOf(shown));

        assertThat(missing)
                .containsExactlyInAnyOrder(
                        EdxmlRule.MESSAGE_SIZE,
                        EdxmlRule.FILE_SIZE,
                        EdxmlRule.ZIP_PATH,
                        EdxmlRule.ZIP_RATIO,
                        EdxmlRule.ZIP_BROKEN);
    }

    @Test
    void documentsEveryRuleWithItsRemedy() {
        String page = new String(Messages.octets(Path.of("..", "docs", "edxml.md")), StandardCharsets.UTF_8);

        for (EdxmlRule rule : EdxmlRule.values()) {
            String row = "| `" + rule + "` | " + rule.english() + " | " + rule.remedyEnglish() + " |";
            assertThat(page).contains(row.replace("<edXML>", "`<edXML>`"));
        }
    }

    @Test
    void neverThrowsWhenCutOffAtEveryNinetySeventhOctet() {
        for (List<Path> files : List.of(letters(), statuses())) {
            for (Path file : files) {
                byte[] whole = Messages.octets(file);
                for (int length = 0; length < whole.length - 1; length += 97) {
                    assertThat(Messages.fault(Arrays.copyOf(whole, length)))
                            .as("%s %s", file, length)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void isAReadingOrARefusalWithAnyOneOctetFlipped() {
        byte[] message = Messages.octets("status/v2-01.xml");
        for (int at = 0; at < message.length; at++) {
            for (int bit : new int[] {0x01, 0x20, 0x80}) {
                byte[] flipped = message.clone();
                flipped[at] ^= (byte) bit;
                assertThat(Messages.read(flipped)).isNotNull();
            }
        }
    }

    private static EdxmlRule ruleOf(Path file) {
        String name = file.getFileName().toString();
        return EdxmlRule.valueOf(name.substring(0, name.indexOf("--")));
    }
}
