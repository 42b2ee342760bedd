package vn.lienthong.node.integration.internal;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Downloads;
import vn.lienthong.node.web.NothingHereException;

/** What integrators read: descriptions of the interfaces, samples, what changed, and the catalogue of errors. */
@InNodeRole
@Controller
class ReadingPages {

    private static final String PATH = IntegrationConfiguration.PATH + "/docs";
    private static final int LONGEST_QUERY = 100;
    private static final int MOST = 20;

    @GetMapping(PATH)
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        String query = q.substring(0, Math.min(q.length(), LONGEST_QUERY)).strip();
        model.addAttribute("readings", Reading.there());
        model.addAttribute("query", query);
        List<ErrorCode> found = codes(query);
        List<ErrorCode> shown = found.subList(0, Math.min(MOST, found.size()));
        model.addAttribute("codes", shown);
        model.addAttribute("rest", found.size() - shown.size());
        return "integration/docs";
    }

    /** Those whose code or words hold the text; case and marks do not count. */
    static List<ErrorCode> codes(String query) {
        String sought = folded(query);
        return Arrays.stream(ErrorCode.values())
                .filter(one -> folded(
                                one.code() + " " + one.vietnamese() + " " + one.english() + " " + one.httpStatus())
                        .contains(sought))
                .toList();
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replace('đ', 'd');
    }

    @GetMapping(PATH + "/{slug}")
    ResponseEntity<StreamingResponseBody> download(@PathVariable String slug) throws IOException {
        Reading reading = Reading.find(slug).orElseThrow(NothingHereException::new);
        return Downloads.answer(Optional.of(reading.download()));
    }
}
