package vn.lienthong.node.web.internal;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.node.web.Choice;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.JobProgress;
import vn.lienthong.node.web.Notice;

/** Every component once, for tests and for whoever builds pages. Nothing leads here. */
@Controller
class UiKitPage {
    @GetMapping("/ui-kit")
    String show(Model model) {
        FormFaults faults = new FormFaults();
        faults.add("kit-date", "ui.date.wrong");
        faults.add("kit-text", "ui.required");
        model.addAttribute(FormFaults.ATTRIBUTE, faults);
        model.addAttribute(Notice.ATTRIBUTE, Notice.success("ui-kit.done"));
        model.addAttribute("choices", List.of(Choice.of("a", "urgency.0"), Choice.literal("b", "B")));
        model.addAttribute("running", new JobProgress(JobProgress.State.RUNNING, 420, 1000, "ui-kit.job"));
        model.addAttribute("finished", new JobProgress(JobProgress.State.DONE, 1000, 1000, "ui-kit.job"));
        model.addAttribute("broken", new JobProgress(JobProgress.State.FAILED, 7, 1000, "ui-kit.job"));
        return "ui-kit";
    }
}
