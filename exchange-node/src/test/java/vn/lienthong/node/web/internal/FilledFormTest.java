package vn.lienthong.node.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class FilledFormTest {
    private static final String PAGE = """
        <form action="/a?x=1" method="post"><input type="hidden" name="_csrf" value="new"><input type="hidden" \
        name="version" value="7"><input type="text" name="t" value="shown"><textarea name="area">shown</textarea>\
        <select name="s"><option value="1" selected="selected">A</option><option value="2">B</option></select>\
        <input type="checkbox" name="c" value="true" checked="checked"><input type="radio" name="r" value="x">\
        <input type="password" name="password"></form>\
        """;

    @Test
    void fillsEveryKindOfFieldAndEscapesIt() {
        String filled = show(
                PAGE,
                kept(Map.of(
                        "version", List.of("3"),
                        "t", List.of("<b>\"ế\""),
                        "area", List.of("</textarea>&"),
                        "s", List.of("2"),
                        "r", List.of("x"),
                        "password", List.of("never"))));
        assertThat(filled)
                .contains("name=\"_csrf\" value=\"new\"", "name=\"version\" value=\"3\"")
                .contains("name=\"t\" value=\"&lt;b&gt;&quot;ế&quot;\"")
                .contains(">\n&lt;/textarea&gt;&amp;</textarea>")
                .contains("<option value=\"1\">", "<option value=\"2\" selected=\"selected\">")
                .contains("name=\"c\" value=\"true\">", "value=\"x\" checked=\"checked\"")
                .doesNotContain("shown", "never");
    }

    @Test
    void leavesOtherFormsAlone() {
        String other = PAGE.replace("/a?x=1", "/b");
        assertThat(show(other, kept(Map.of("t", List.of("typed"))))).isEqualTo(other);
    }

    @Test
    void leavesTheSameFormAboutSomethingElseAlone() {
        String about = PAGE.replace("<textarea", "<input type=\"hidden\" name=\"day\" value=\"2\"><textarea");
        assertThat(show(about, kept(Map.of("t", List.of("typed"), "day", List.of("1")))))
                .isEqualTo(about);
        assertThat(show(about, kept(Map.of("t", List.of("typed"), "day", List.of("2")))))
                .contains("value=\"typed\"");
    }

    @Test
    void keepsPagesAsTheyAreWhenNothingWaits() {
        assertThat(show(PAGE, null)).isEqualTo(PAGE);
    }

    @Test
    void fillsFieldsOfOneNameInTheirOrder() {
        String two = "<form action=\"/a\"><input type=\"text\" name=\"t\"><input type=\"text\" name=\"t\"></form>";
        assertThat(show(two, kept(Map.of("t", List.of("one", "two")))))
                .isEqualTo("<form action=\"/a\"><input type=\"text\" name=\"t\" value=\"one\">"
                        + "<input type=\"text\" name=\"t\" value=\"two\"></form>");
    }

    private static KeptForm kept(Map<String, List<String>> fields) {
        return new KeptForm("/a", "/a", "owner", Instant.EPOCH, fields, false);
    }

    private static String show(String page, @Nullable KeptForm kept) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new FormFilling());
        Context context = new Context();
        context.setVariable(KeptForm.ATTRIBUTE, kept);
        return engine.process(page, context);
    }
}
