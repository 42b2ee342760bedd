package vn.lienthong.node.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.Approvals;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.SecretDispatches;
import vn.lienthong.node.delivery.SecretInbox;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SecretsHeard;
import vn.lienthong.node.testing.TestDirectory;

/** No door of programs takes a marked document, nor knows of a secret, by whatever name and from whichever side it is asked. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretDoorsIT {

    private static final AgencyCode SENDER = new AgencyCode("H67.01");
    private static final AgencyCode RECIPIENT = new AgencyCode("H67.02");
    private static final String SUBJECT = "Phương án giữ đèo thử cửa";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern OF_THE_MOMENT = Pattern.compile(
            "\"(traceId|correlationId|instance|timestamp|time)\":\"[^\"]*\"|<(\\w+:)?(traceId|correlationId|time)>[^<]*");

    /** Where programs write, and that a document may come in there. */
    private static final Set<String> TAKE_DOCUMENTS = Set.of(
            "POST /api/v1/dispatches",
            "POST /api/v1/edxml",
            "POST /soap/v1",
            "POST /vxp/{operation}",
            "POST /vxp/v1/sendEdoc",
            "POST /v1/sendEdoc");

    /** Where programs write, and no document comes in: octets without a name, acts on what was sent or arrived, settings. */
    private static final Set<String> TAKE_NONE = Set.of(
            "POST /api/v1/files",
            "PATCH /api/v1/files/{fileId}",
            "POST /api/v1/signings/{id}/signature",
            "POST /api/v1/dispatches/{parcelId}/recall",
            "POST /api/v1/dispatches/{parcelId}/reminder",
            "POST /api/v1/dispatches/{parcelId}/update",
            "POST /api/v1/dispatches/{parcelId}/replacement",
            "POST /api/v1/dispatches/{parcelId}/correction",
            "POST /api/v1/inbox/{entryId}/lease",
            "POST /api/v1/inbox/{entryId}/acknowledgement",
            "POST /api/v1/inbox/{entryId}/refusal",
            "POST /api/v1/inbox/{entryId}/status",
            "POST /api/v1/inbox/{entryId}/answer",
            "POST /api/v1/webhooks",
            "PUT /api/v1/webhooks/{id}",
            "POST /api/v1/webhooks/{id}/ping",
            "POST /api/v1/webhooks/{id}/replay",
            "POST /api/v1/webhooks/{id}/rotation",
            "POST /vxp/v1/auth/login",
            "POST /v1/auth/login",
            "POST /vxp/v1/updateStatus",
            "POST /v1/updateStatus");

    private final ApplicationContext beans;
    private final ProgramDoors sender;
    private final ProgramDoors recipient;
    private final JdbcTemplate sql;
    private String number = "";
    private String parcel = "";
    private String entry = "";

    @Autowired
    SecretDoorsIT(ApplicationContext beans) throws IOException {
        this.beans = beans;
        TestDirectory directory = beans.getBean(TestDirectory.class);
        directory.listSelf();
        directory.approveSelf(Secrecy.SECRET);
        var _ = directory.hostStrong(SENDER);
        var _ = directory.hostStrong(RECIPIENT);
        this.sender = new ProgramDoors(beans, SENDER);
        this.recipient = new ProgramDoors(beans, RECIPIENT);
        this.sql = beans.getBean(JdbcTemplate.class);
    }

    @BeforeAll
    void sendASecret() throws IOException {
        byte[] key = beans.getBean(TimeOrderedIds.class).next().toString().getBytes(StandardCharsets.US_ASCII);
        number = "7" + Math.floorMod(new String(key, StandardCharsets.US_ASCII).hashCode(), 100_000);
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(SENDER, "Sở"), SUBJECT)
                .secrecy(Secrecy.SECRET)
                .code(new DocumentCode(number, "UBND-VP"))
                .build();
        DispatchOrder order = new DispatchOrder(
                SENDER,
                List.of(RECIPIENT),
                false,
                Optional.empty(),
                metadata,
                Sha256.of(key),
                Sha256.of(key),
                "secret:test");
        Submission begun = beans.getBean(SecretDispatches.class).begin(order, new Approvals(SecretsHeard.PROOF));
        try (OpenDispatch open = ((Submission.Open) begun).dispatch()) {
            open.addFile("a.bin", "application/octet-stream", new ByteArrayInputStream(new byte[300]));
            ParcelId sent = ((Completion.Taken) open.submit()).parcelId();
            SecretInbox inbox = beans.getBean(SecretInbox.class);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (inbox.find(sent, RECIPIENT).isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(end);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            parcel = sent.toString();
            entry = Long.toString(inbox.find(sent, RECIPIENT).orElseThrow().entryId());
        }
    }

    @Test
    void answersForASecretAsForWhatDoesNotExist() throws IOException, InterruptedException {
        String none = "0193ab00-0000-7000-8000-00000000dead";
        for (ProgramDoors asker : List.of(sender, recipient)) {
            Map<String, String> there = asker.asked(parcel, entry, number);
            Map<String, String> absent = asker.asked(none, "999999999", "600000");
            there.forEach((door, answer) -> {
                String told = told(answer, parcel, number);
                assertThat(told)
                        .as(asker.agency() + " at " + door)
                        .isEqualTo(told(absent.getOrDefault(door, ""), none, "600000"));
            });
            assertThat(there.values()).allSatisfy(answer -> assertThat(answer).doesNotContain(SUBJECT, "LT-1101"));
        }
    }

    private static String told(String answer, String... names) {
        String told = OF_THE_MOMENT.matcher(answer).replaceAll("");
        for (String name : names) {
            told = told.replace(name, "NAME");
        }
        return told;
    }

    @Test
    void namesASecretInNoList() throws IOException, InterruptedException {
        for (ProgramDoors asker : List.of(sender, recipient)) {
            asker.lists()
                    .forEach((door, answer) -> assertThat(answer)
                            .as(asker.agency() + " at " + door)
                            .doesNotContain(parcel, SUBJECT, "\"" + number)
                            .doesNotContain("\"count\":1"));
        }
    }

    @Test
    void refusesMarkedDocumentsAtEveryDoor() throws IOException, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String level : List.of("CONFIDENTIAL", "SECRET", "TOP_SECRET")) {
            String metadata =
                    "{\"recipients\":[\"H67.02\"],\"document\":{\"subject\":\"Thử\",\"secrecy\":\"" + level + "\"}}";
            answers.put("REST " + level, sender.form(metadata));
            answers.put(
                    "REST in two steps " + level,
                    sender.rest(
                            "POST",
                            "/api/v1/dispatches",
                            "application/json",
                            metadata.getBytes(StandardCharsets.UTF_8)));
            answers.put("SOAP " + level, sender.soap("Submit", soap(level)));
        }
        for (Map.Entry<String, byte[]> letter :
                Letters.marked("H67.01", "H67.02").entrySet()) {
            String mark = letter.getKey();
            answers.put("edXML, " + mark, sender.rest("POST", "/api/v1/edxml", "application/xml", letter.getValue()));
            answers.put("gateway, " + mark, sender.gateway("edoc", letter.getValue()));
            answers.put("dialect, " + mark, sender.dialect("POST", "sendEdoc", letter.getValue()));
        }
        assertThat(answers)
                .allSatisfy((door, answer) -> assertThat(answer).as(door).contains("LT-1209"));
        assertThat(sql.queryForObject("select count(*) from outbound_parcel where sender_code = 'H67.01'", Long.class))
                .as("nothing but the secret was sent")
                .isEqualTo(sql.queryForObject(
                        "select count(*) from outbound_parcel where sender_code = 'H67.01' and secrecy > 0",
                        Long.class));
    }

    private static String soap(String level) {
        return "<messageId>0193ab00-0000-7000-8000-00000000feed</messageId><recipients>H67.02</recipients><document><codeNumber>5</codeNumber><codeNotation>TTr</codeNotation><typeName>Tờ"
            + " trình</typeName><subject>Thử</subject><signer><position>Chủ tịch</position><fullName>Nguyễn Văn"
            + " A</fullName></signer>"
            + "<urgency>1</urgency><secrecy>" + level + "</secrecy><toPlaces>Lưu</toPlaces></document>"
                + "<files><name>a.txt</name><mediaType>text/plain</mediaType><content>YQ==</content></files>";
    }

    @Test
    void knowsEveryDoorWhereProgramsWrite() {
        List<String> doors = new ArrayList<>();
        beans.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    for (String pattern : info.getPatternValues()) {
                        if (pattern.matches("/(api|soap|vxp|v1)/.*") && !pattern.startsWith("/api/v1/probe/")) {
                            (methods.isEmpty() ? List.of("ANY") : methods)
                                    .forEach(method -> doors.add(method + " " + pattern));
                        }
                    }
                });
        Set<String> writing = new TreeSet<>(doors);
        writing.removeIf(door -> door.matches("(GET|HEAD|OPTIONS|DELETE) .*"));
        writing.removeAll(TAKE_DOCUMENTS);
        assertThat(doors).as("doors that are asked here").containsAll(TAKE_DOCUMENTS);
        assertThat(writing).isEqualTo(new TreeSet<>(TAKE_NONE));
    }
}
