package vn.lienthong.node.desk.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;

class MetadataReaderTest {

    private static final AgencyCode SENDER = new AgencyCode("H37.02");
    private static final String LEAST = "{\"recipients\":[\"A01.02\"],\"document\":{\"subject\":\"x\"}}";

    private final MetadataReader reader = new MetadataReader(SENDER, code -> "Cơ quan " + code);

    @Test
    void readsTheLeastThatIsNeeded() {
        RequestMetadata metadata = read(LEAST);
        assertThat(metadata.recipients()).containsExactly(new AgencyCode("A01.02"));
        assertThat(metadata.allowPartial()).isFalse();
        assertThat(metadata.expiresAt()).isEmpty();
        DocumentMetadata document = metadata.document();
        assertThat(document.sender()).isEqualTo(Organization.of(SENDER, "Cơ quan H37.02"));
        assertThat(document.recipients()).containsExactly(Organization.of(new AgencyCode("A01.02"), "Cơ quan A01.02"));
        assertThat(document.urgency()).isEqualTo(Urgency.ORDINARY);
        assertThat(document.business().kind()).isEqualTo(BusinessKind.NEW);
    }

    @Test
    void keepsTheOrderOfTheRecipients() {
        assertThat(read("{\"recipients\":[\"I01\",\"A01.02\"],\"document\":{\"subject\":\"x\"}}")
                        .recipients())
                .containsExactly(new AgencyCode("I01"), new AgencyCode("A01.02"));
    }

    @Test
    void readsEveryMember() {
        RequestMetadata metadata = read("""
            {"recipients":["A01.02"],"allowPartial":true,"expiresAt":"2026-12-01T07:00:00+07:00",
             "document":{"documentId":"dms-1","sender":{"name":"UBND tỉnh","inCharge":"Chính phủ","email":"a@b.vn"},
              "recipients":[{"code":"A01.02","name":"Bộ"}],"codeNumber":"125","codeNotation":"TTr-UBND",
              "typeName":"Tờ trình","type":2,"typeDetail":9,"subject":"Về việc\\nthử","content":"Nội dung",
              "promulgationPlace":"Hà Nội","promulgationDate":"2026-11-21",
              "signer":{"competence":"TM.","position":"Chủ tịch","fullName":"Nguyễn Văn A"},
              "dueDate":"2026-12-24","urgency":4,"appointedTime":"2026-11-22T01:00:00Z","secrecy":"ORDINARY",
              "toPlaces":["Như trên","Lưu VT"],
              "responseFor":[{"organId":"I01","code":"7816/VPCP","documentId":"x","promulgationDate":"2026-10-01"}],
              "business":{"kind":3,"reason":"thay","paper":true,"documentId":"old",
                "replacements":[{"documentId":"d","organIds":["A01.02"]}]},
              "sphere":"Đất đai","typerNotation":"NVA","promulgationAmount":5,"pageAmount":12,"replyFors":["a"],
              "direction":true,"appendixes":["Phụ lục I"],"steeringType":"1","taskCodes":["NV-1"],
              "applicationType":"web"}}
            """);
        assertThat(metadata.allowPartial()).isTrue();
        assertThat(metadata.expiresAt()).contains(Instant.parse("2026-12-01T00:00:00Z"));
        DocumentMetadata document = metadata.document();
        assertThat(document.sender().code()).isEqualTo(SENDER);
        assertThat(document.sender().contact().email()).isEqualTo("a@b.vn");
        assertThat(document.code().display()).isEqualTo("125/TTr-UBND");
        assertThat(document.type().detail()).isEqualTo(9);
        assertThat(document.subject()).isEqualTo("Về việc\nthử");
        assertThat(document.promulgation().date()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(document.signer().fullName()).isEqualTo("Nguyễn Văn A");
        assertThat(document.dueDate()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(document.appointedTime()).isEqualTo(Instant.parse("2026-11-22T01:00:00Z"));
        assertThat(document.toPlaces()).hasSize(2);
        assertThat(document.responseFor()).hasSize(1);
        assertThat(document.business().replacements().getFirst().organIds()).containsExactly("A01.02");
        assertThat(document.other().pageAmount()).isEqualTo(12);
        assertThat(document.other().direction()).isTrue();
        assertThat(document.other().taskCodes()).containsExactly("NV-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{} {}",
                "{\"recipients\":[],\"recipients\":[]}",
                "{\"document\":NaN}",
                "{'recipients':[]}",
                "{\"a\":[[[[[[[[[[1]]]]]]]]]]}",
                "\uFEFF{}"
            })
    void refusesWhatIsNoJsonObject(String text) {
        assertThat(refusal(text).code().code()).isEqualTo("LT-1001");
    }

    @Test
    void refusesOctetsThatAreNotUtf8() {
        byte[] latin = LEAST.replace("x", "é").getBytes(StandardCharsets.ISO_8859_1);
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> reader.read(latin));
        assertThat(refusal.code().code()).isEqualTo("LT-1001");
        byte[] wide = LEAST.getBytes(StandardCharsets.UTF_16);
        assertThat(catchThrowableOfType(ProblemException.class, () -> reader.read(wide)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "/recipients          | {'document':{'subject':'x'}}",
                "/recipients          | {'recipients':[],'document':{'subject':'x'}}",
                "/recipients          | {'recipients':'A01.02','document':{'subject':'x'}}",
                "/recipients/0        | {'recipients':[7],'document':{'subject':'x'}}",
                "/recipients/1        | {'recipients':['A01.02','a b'],'document':{'subject':'x'}}",
                "/allowPartial        | {'recipients':['A01.02'],'allowPartial':'true','document':{'subject':'x'}}",
                "/expiresAt           | {'recipients':['A01.02'],'expiresAt':'2026-12-01','document':{'subject':'x'}}",
                "/expiresAt           |"
                        + " {'recipients':['A01.02'],'expiresAt':'1969-12-01T00:00:00Z','document':{'subject':'x'}}",
                "/expiresAt           | {'recipients':['A01.02'],'expiresAt':1,'document':{'subject':'x'}}",
                "/priority            | {'recipients':['A01.02'],'priority':1,'document':{'subject':'x'}}",
                "/a~1b~0c             | {'recipients':['A01.02'],'a/b~c':1,'document':{'subject':'x'}}",
                "/document            | {'recipients':['A01.02']}",
                "/document            | {'recipients':['A01.02'],'document':[]}",
                "/document            | {'recipients':['A01.02'],'document':null}",
                "/document/subject    | {'recipients':['A01.02'],'document':{}}",
                "/document/subject    | {'recipients':['A01.02'],'document':{'subject':''}}",
                "/document/subject    | {'recipients':['A01.02'],'document':{'subject':null}}",
                "/document/subject    | {'recipients':['A01.02'],'document':{'subject':'\\u0007'}}",
                "/document/subject    | {'recipients':['A01.02'],'document':{'subject':'\\ud800'}}",
                "/document/codeNumber | {'recipients':['A01.02'],'document':{'subject':'x','codeNumber':125}}",
                "/document/codeNumber |"
                    + " {'recipients':['A01.02'],'document':{'subject':'x','codeNumber':'1234567890123456789012345678901'}}",
                "/document/typeName   | {'recipients':['A01.02'],'document':{'subject':'x','typeName':'a\\nb'}}",
                "/document/type       | {'recipients':['A01.02'],'document':{'subject':'x','type':1000}}",
                "/document/urgency    | {'recipients':['A01.02'],'document':{'subject':'x','urgency':5}}",
                "/document/urgency    | {'recipients':['A01.02'],'document':{'subject':'x','urgency':1.0}}",
                "/document/urgency    | {'recipients':['A01.02'],'document':{'subject':'x','urgency':'1'}}",
                "/document/secrecy    | {'recipients':['A01.02'],'document':{'subject':'x','secrecy':'Mật'}}",
                "/document/dueDate    | {'recipients':['A01.02'],'document':{'subject':'x','dueDate':'2026-02-30'}}",
                "/document/dueDate    | {'recipients':['A01.02'],'document':{'subject':'x','dueDate':'24/12/2026'}}",
                "/document/number     | {'recipients':['A01.02'],'document':{'subject':'x','number':'1'}}",
                "/document/sender/code | {'recipients':['A01.02'],'document':{'subject':'x','sender':{'code':'I01'}}}",
                "/document/recipients/0/code |"
                        + " {'recipients':['A01.02'],'document':{'subject':'x','recipients':[{'name':'x'}]}}",
                "/document/signer/name | {'recipients':['A01.02'],'document':{'subject':'x','signer':{'name':'x'}}}",
                "/document/toPlaces/0 | {'recipients':['A01.02'],'document':{'subject':'x','toPlaces':['']}}",
                "/document/responseFor/0 | {'recipients':['A01.02'],'document':{'subject':'x','responseFor':[{}]}}",
                "/document/business/kind | {'recipients':['A01.02'],'document':{'subject':'x','business':{}}}",
                "/document/business   | {'recipients':['A01.02'],'document':{'subject':'x','business':{'kind':1}}}",
                "/document            |"
                    + " {'recipients':['A01.02'],'document':{'subject':'x','appointedTime':'2026-11-22T01:00:00Z'}}",
            })
    void namesThePlaceOfAFault(String pointer, String json) {
        ProblemException refusal = refusal(json.replace('\'', '"'));
        assertThat(refusal.code().code()).isEqualTo("LT-1002");
        assertThat(refusal.errors()).extracting(FieldProblem::pointer).containsExactly(pointer);
    }

    @Test
    void reportsAllFaultsAtOnceAndRepeatsNoValue() {
        ProblemException refusal =
                refusal("{\"recipients\":[\"bí mật\"],\"x\":1,\"document\":{\"urgency\":\"bí mật\"}}");
        assertThat(refusal.errors())
                .extracting(FieldProblem::pointer)
                .containsExactlyInAnyOrder("/recipients/0", "/x", "/document/urgency", "/document/subject");
        assertThat(refusal.errors().toString()).doesNotContain("bí mật");
    }

    @Test
    void refusesEverySecretDocumentHoweverWrongItIsOtherwise() {
        for (String level : new String[] {"CONFIDENTIAL", "SECRET", "TOP_SECRET"}) {
            ProblemException alone = refusal(LEAST.replace("\"x\"", "\"x\",\"secrecy\":\"" + level + "\""));
            assertThat(alone.code().code()).isEqualTo("LT-1209");
            assertThat(refusal("{\"document\":{\"secrecy\":\"" + level + "\"}}")
                            .code()
                            .code())
                    .isEqualTo("LT-1209");
        }
    }

    @Test
    void refusesARecipientThatIsNamedTwice() {
        ProblemException refusal = refusal(LEAST.replace("\"A01.02\"", "\"A01.02\",\"I01\",\"A01.02\""));
        assertThat(refusal.code().code()).isEqualTo("LT-1207");
        assertThat(refusal.errors()).extracting(FieldProblem::pointer).containsExactly("/recipients/2");
    }

    @Test
    void takesFiveHundredRecipientsAndNotOneMore() {
        assertThat(read(LEAST.replace("\"A01.02\"", codes(500))).recipients()).hasSize(500);
        assertThat(refusal(LEAST.replace("\"A01.02\"", codes(501))).code().code())
                .isEqualTo("LT-1208");
    }

    @Test
    void boundsTheNumberOfFaultsThatItReports() {
        String members =
                IntStream.range(0, 1000).mapToObj(i -> "\"u" + i + "\":1").collect(Collectors.joining(","));
        assertThat(refusal("{" + members + "}").errors()).hasSize(50);
    }

    private static String codes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"H37." + (1000 + i) + "\"")
                .collect(Collectors.joining(","));
    }

    private RequestMetadata read(String json) {
        return reader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private ProblemException refusal(String json) {
        return catchThrowableOfType(ProblemException.class, () -> read(json));
    }
}
