package vn.lienthong.node.notification.internal;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.FormFaults;
import vn.lienthong.node.web.Notice;

/** Where a person wants to be told, when not, and of what. */
@InNodeRole
@Controller
class SettingsPages {
    private static final String PATH = "/notifications/settings";
    private static final String PAGE = "notification/settings";

    private final Preferences preferences;
    private final ReachForm form;
    private final MailSending mail;
    private final WebhookSending webhooks;
    private final InstantSource clock;

    SettingsPages(
            Preferences preferences, ReachForm form, MailSending mail, WebhookSending webhooks, InstantSource clock) {
        this.preferences = preferences;
        this.form = form;
        this.mail = mail;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String settings(@AuthenticationPrincipal Person person, Model model) {
        show(person.login(), Map.of(), model);
        return PAGE;
    }

    private void show(LoginName login, Map<String, String> typed, Model model) {
        Channels channels = preferences.channels(login);
        Map<String, String> values = new HashMap<>(ReachForm.values(channels));
        values.putAll(typed);
        model.addAttribute("values", values);
        model.addAttribute("channels", channels);
        model.addAttribute("mailEnabled", mail.enabled());
        model.addAttribute("webhookEnabled", webhooks.enabled());
        model.addAttribute("kinds", List.of(NotificationKind.values()));
        model.addAttribute("choices", preferences.choices(login));
    }

    @PostMapping("/notifications/settings/reach")
    String reach(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        FormFaults faults = new FormFaults();
        Optional<ReachForm.Reach> reach = form.read(typed, faults);
        if (reach.isEmpty()) {
            model.addAttribute(FormFaults.ATTRIBUTE, faults);
            show(person.login(), typed, model);
            return PAGE;
        }
        ReachForm.Reach wished = reach.get();
        preferences.reach(person.login(), wished.email(), wished.webhook(), wished.quiet());
        preferences.speak(person.login(), language.getLanguage());
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("notification.saved"));
        return "redirect:" + PATH;
    }

    @PostMapping("/notifications/settings/choices")
    String choose(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> ticked,
            RedirectAttributes redirect) {
        Map<NotificationKind, Choice> choices = new EnumMap<>(NotificationKind.class);
        Arrays.stream(NotificationKind.values())
                .forEach(kind -> choices.put(
                        kind,
                        new Choice(
                                ticked.containsKey("page-" + kind.slug()),
                                ticked.containsKey("email-" + kind.slug()),
                                ticked.containsKey("webhook-" + kind.slug()))));
        preferences.choose(person.login(), choices);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("notification.saved"));
        return "redirect:" + PATH;
    }

    /** Shows the secret of the webhook once; it can be made anew. */
    @PostMapping("/notifications/settings/secret")
    String secret(@AuthenticationPrincipal Person person, Model model) {
        int epoch = preferences.renewSecret(person.login());
        model.addAttribute("secret", webhooks.secret(person.login(), epoch).reveal());
        show(person.login(), Map.of(), model);
        return PAGE;
    }

    @PostMapping("/notifications/settings/try")
    String tryOut(@AuthenticationPrincipal Person person, @RequestParam Channel channel, RedirectAttributes redirect) {
        redirect.addFlashAttribute(Notice.ATTRIBUTE, notice(tried(preferences.channels(person.login()), channel)));
        return "redirect:" + PATH;
    }

    private SendAnswer tried(Channels channels, Channel channel) {
        String email = channels.email();
        if (channel == Channel.EMAIL) {
            return email == null || !mail.enabled()
                    ? new SendAnswer.Refused("NOT_SET")
                    : mail.send(email, Message.trial(), Locale.of(channels.language()));
        }
        return channels.webhook() == null || !webhooks.enabled()
                ? new SendAnswer.Refused("NOT_SET")
                : webhooks.send(channels, "msg_try_" + clock.millis(), "trial", clock.instant());
    }

    private static Notice notice(SendAnswer answer) {
        return switch (answer) {
            case SendAnswer.Sent _ -> Notice.success("notification.try.sent");
            case SendAnswer.Failed failed -> Notice.warning("notification.try.failed", failed.why());
            case SendAnswer.Refused refused -> Notice.warning("notification.try.failed", refused.why());
        };
    }
}
