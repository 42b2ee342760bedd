package vn.lienthong.node.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TrainingFileNamesTest {

    private static String saved(String name) {
        ContentDisposition wanted = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        String marked = TrainingFileNames.named(wanted.toString());
        return String.valueOf(ContentDisposition.parse(marked).getFilename());
    }

    @Test
    void everyNameBeginsWithTheMark() {
        assertThat(saved("so.pdf")).isEqualTo("TAP-HUAN-so.pdf");
        assertThat(saved("Sổ văn bản đến 2026.xlsx")).isEqualTo("TAP-HUAN-Sổ văn bản đến 2026.xlsx");
    }

    @Test
    void marksBothFormsOnce() {
        assertThat(TrainingFileNames.named("attachment; filename=\"=?UTF-8?Q?S=E1?=\"; filename*=UTF-8''S%E1"))
                .isEqualTo("attachment; filename=\"=?UTF-8?Q?TAP-HUAN-S=E1?=\"; filename*=UTF-8''TAP-HUAN-S%E1");
        assertThat(TrainingFileNames.named("attachment; filename=\"a.pdf\""))
                .isEqualTo("attachment; filename=\"TAP-HUAN-a.pdf\"");
        assertThat(TrainingFileNames.named("inline")).isEqualTo("inline");
    }

    @Test
    void lettingGoOfAHeaderIsAllowed() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new TrainingFileNames().doFilter(new MockHttpServletRequest(), response, (request, wrapped) -> {
            HttpServletResponse inside = (HttpServletResponse) wrapped;
            inside.setHeader("Content-Disposition", null);
            inside.addHeader("Content-Disposition", "attachment; filename=\"a.pdf\"");
            inside.setHeader("X-Other", "filename=\"a.pdf\"");
        });
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"TAP-HUAN-a.pdf\"");
        assertThat(response.getHeader("X-Other")).isEqualTo("filename=\"a.pdf\"");
    }
}
