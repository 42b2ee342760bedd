package vn.lienthong.node.incoming.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Facts;
import vn.lienthong.node.incoming.internal.work.RegisterOrder;
import vn.lienthong.node.register.NumberWish;
import vn.lienthong.node.web.FormFaults;

class RegisterFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final FormFaults faults = new FormFaults();

    @ParameterizedTest
    @CsvSource({
        "123/UBND-VX, 123, UBND-VX",
        "'  123 / UBND-VX ', 123, UBND-VX",
        "05-BC/ĐU, 05-BC, ĐU",
        "05-BC, 05-BC, ''",
        "UBND-VX, UBND-VX, ''",
        "145, 145, ''",
        "1/2/QĐ, 1, 2/QĐ",
    })
    void splitsNumberAndNotation(String typed, String number, String notation) {
        assertThat(RegisterForm.code(typed)).isEqualTo(new DocumentCode(number, notation));
    }

    @Test
    void takesAFullForm() {
        Map<String, String> typed = full();
        RegisterForm form = new RegisterForm(typed, faults, TODAY);
        RegisterOrder order = form.order();
        Facts facts = form.facts();
        assertThat(faults.all()).isEmpty();
        assertThat(order.arrivedOn()).isEqualTo(TODAY);
        assertThat(order.dueOn()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(order.wish()).isEqualTo(new NumberWish.Next());
        assertThat(facts.code()).isEqualTo(new DocumentCode("123", "UBND-VX"));
        assertThat(facts.senderName()).isEqualTo("Sở Y tế");
        assertThat(facts.toString()).doesNotContain("Sở");
    }

    @Test
    void namesEveryFaultBesideItsField() {
        Map<String, String> typed = new HashMap<>(Map.of("arrived-on", "31/2/2026", "due", "hôm sau", "pages", "hai"));
        RegisterForm form = new RegisterForm(typed, faults, TODAY);
        assertThat(form.order()).isNotNull();
        assertThat(form.facts()).isNotNull();
        assertThat(form.source()).isNotNull();
        assertThat(faults.all().stream().map(FormFaults.Fault::field))
                .contains(
                        "book",
                        "arrived-on",
                        "type",
                        "due",
                        "pages",
                        "sender",
                        "code",
                        "issued-on",
                        "subject",
                        "source");
    }

    @Test
    void refusesDaysThatCannotBe() {
        Map<String, String> typed = full();
        typed.put("arrived-on", "23/11/2026");
        typed.put("issued-on", "24/11/2026");
        typed.put("due", "20/11/2026");
        RegisterForm form = new RegisterForm(typed, faults, TODAY);
        assertThat(form.order()).isNotNull();
        assertThat(form.facts()).isNotNull();
        assertThat(faults.all().stream().map(FormFaults.Fault::key))
                .containsExactly(
                        "incoming.register.arrived.future",
                        "incoming.register.due.early",
                        "incoming.register.issued.late");
    }

    @Test
    void wantsAReasonForASuffixAndAnHourForTimedExpress() {
        Map<String, String> typed = full();
        typed.put("behind", "145");
        typed.put("urgency", "4");
        RegisterForm form = new RegisterForm(typed, faults, TODAY);
        assertThat(form.order().wish()).isEqualTo(new NumberWish.Inserted(145, ""));
        assertThat(form.facts()).isNotNull();
        assertThat(faults.all().stream().map(FormFaults.Fault::field)).containsExactly("suffix-reason", "appointed");
    }

    @Test
    void boundsHostileTexts() {
        Map<String, String> typed = full();
        typed.put("subject", "x".repeat(100_000));
        typed.put("sender", "a\u0000b\u001bc");
        typed.put("code", "9".repeat(500));
        typed.put("version", "-1");
        typed.put("book", "99999999999999999999");
        RegisterForm form = new RegisterForm(typed, faults, TODAY);
        assertThat(form.facts().subject()).hasSize(2000);
        assertThat(form.facts().senderName()).isEqualTo("a b c");
        assertThat(form.facts().code().number()).hasSize(30);
        assertThat(form.version()).isEqualTo(-1);
        assertThat(form.order().book().value()).isZero();
        assertThat(faults.of("book")).isNotNull();
    }

    private static Map<String, String> full() {
        Map<String, String> typed = new HashMap<>();
        typed.put("version", "0");
        typed.put("book", "7");
        typed.put("arrived-on", "h");
        typed.put("source", "POST");
        typed.put("sender", "Sở Y tế");
        typed.put("code", "123/UBND-VX");
        typed.put("issued-on", "20/11/26");
        typed.put("type", "Công văn");
        typed.put("subject", "V/v phòng dịch");
        typed.put("due", "30/11/2026");
        typed.put("urgency", "0");
        return typed;
    }
}
