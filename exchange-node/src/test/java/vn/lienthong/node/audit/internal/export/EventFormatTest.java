package vn.lienthong.node.audit.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.audit.Channel;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.search.FoundEvent;
import vn.lienthong.node.testing.SettableClock;

class EventFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE = "=cmd|' /C calc'!A0\"\r\nCEF:0|x|y=z\\";

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void makesTextsOfFormulas(String formula) {
        assertThat(CsvFormat.cell(formula)).startsWith("\"'");
    }

    @Test
    void keepsOrdinaryCellsAndDoublesQuotes() {
        assertThat(CsvFormat.cell("văn bản \"mật\", số 5")).isEqualTo("\"văn bản \"\"mật\"\", số 5\"");
        assertThat(CsvFormat.cell(null)).isEmpty();
    }

    @Test
    void keepsAHostileValueInsideItsCefField() {
        String line = new CefFormat("1.0").line(event(EventKind.DOCUMENT_VIEW, HOSTILE));
        assertThat(line)
                .startsWith("CEF:0|Lien thong|exchange-node|1.0|document.view|")
                .doesNotContain("\n", "\r");
        assertThat(line.replace("\\\\", "").replace("\\=", "")).doesNotContain("y=z");
    }

    @ParameterizedTest
    @EnumSource
    void givesEachKindItsPlaceInOcsf(EventKind kind) {
        JsonNode read = JSON.readTree(new OcsfFormat("1.0").line(event(kind, HOSTILE)));
        assertThat(read.get("type_uid").asInt())
                .isEqualTo(read.get("class_uid").asInt() * 100
                        + read.get("activity_id").asInt());
        assertThat(read.get("category_uid").asInt())
                .isEqualTo(read.get("class_uid").asInt() / 1000);
        assertThat(read.get("metadata").get("version").asString()).isEqualTo("1.3.0");
        assertThat(read.get("metadata").get("event_code").asString()).isEqualTo(kind.action());
        assertThat(read.get("unmapped").get("object_id").asString()).isEqualTo(HOSTILE);
    }

    @Test
    void writesOneJsonObjectPerLine() {
        String line = new JsonFormat().line(event(EventKind.ACCESS_REFUSE, HOSTILE));
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(JSON.readTree(line).get("objectId").asString()).isEqualTo(HOSTILE);
    }

    @Test
    void countsOctetsOfSyslogFramesNotCharacters() {
        byte[] frame =
                SyslogMessage.frame("nút số 1", SettableClock.START, Severity.CRITICAL, "log.standstill", "tiếng Việt");
        String text = new String(frame, StandardCharsets.UTF_8);
        int blank = text.indexOf(' ');
        int counted = Integer.parseInt(text.substring(0, blank));
        assertThat(counted).isEqualTo(frame.length - blank - 1);
        assertThat(text.substring(blank + 1))
                .startsWith("<106>1 2026-11-21T01:15:30.123Z nts1 lienthong - log.standstill - ");
    }

    private static FoundEvent event(EventKind kind, String object) {
        return new FoundEvent(
                new EventId(new UUID(1, 2)),
                SettableClock.START,
                kind.action(),
                kind.severity(),
                Outcome.BLOCKED,
                Channel.API,
                1,
                "key:0123456789abcdef",
                "SUBMIT",
                EventObject.Kind.DOCUMENT,
                object,
                "LT-2003",
                "c0ffee",
                "192.0.2.7");
    }
}
