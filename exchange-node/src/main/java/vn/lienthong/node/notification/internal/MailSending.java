package vn.lienthong.node.notification.internal;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.NodeFacts;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.webhook.TrustedAuthority;

/** Sends mail over SMTP. A mail says how many of what kind, never which. */
@InNodeRole
@Component
class MailSending {
    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);
    private static final String PATIENCE = Long.toString(Duration.ofSeconds(10).toMillis());
    private static final int LONGEST_ADDRESS = 254;

    private final NotificationProperties.Smtp smtp;
    private final boolean training;
    private final String page;
    private final MessageSource words;
    private final InstantSource clock;

    MailSending(NotificationProperties properties, NodeFacts facts, MessageSource words, InstantSource clock) {
        this.smtp = properties.smtp();
        this.training = facts.training();
        this.page = properties.address().isEmpty() ? "" : properties.address() + "/notifications";
        this.words = words;
        this.clock = clock;
    }

    /** Whether mail is sent at all; never where people train, whatever is set. */
    boolean enabled() {
        return smtp.enabled() && !training;
    }

    /** Whether a mail can be addressed to what somebody typed. */
    static boolean isAddress(String typed) {
        try {
            InternetAddress address = new InternetAddress(typed, true);
            address.validate();
            return typed.length() <= LONGEST_ADDRESS
                    && typed.matches("[\\x21-\\x7e]+@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]+")
                    && address.getAddress().equals(typed);
        } catch (AddressException notAnAddress) {
            return false;
        }
    }

    SendAnswer send(String to, Message message, Locale language) {
        try {
            Transport.send(mail(to, message, language));
            return new SendAnswer.Sent();
        } catch (SendFailedException refused) {
            LOG.info("the mail server takes no mail for an address");
            return refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0
                    ? new SendAnswer.Refused("ADDRESS_REFUSED")
                    : new SendAnswer.Failed("not sent");
        } catch (MessagingException | IOException e) {
            return new SendAnswer.Failed(e.getClass().getSimpleName());
        }
    }

    private MimeMessage mail(String to, Message message, Locale language) throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage(session());
        mail.setFrom(new InternetAddress(smtp.from()));
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject("[Liên thông] " + message.headline(words, language), "UTF-8");
        mail.setSentDate(Date.from(Instant.ofEpochMilli(clock.millis())));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(text(message, language), "UTF-8");
        return mail;
    }

    private String text(Message message, Locale language) {
        StringBuilder text = new StringBuilder();
        message.lines(words, language)
                .forEach(line -> text.append("- ").append(line).append("\r\n"));
        text.append("\r\n").append(words.getMessage("notification.mail.where", null, language));
        if (!page.isEmpty()) {
            text.append("\r\n").append(page);
            if (message.line() != null) {
                text.append('/').append(message.line());
            }
        }
        return text.append("\r\n\r\n")
                .append(words.getMessage("notification.mail.foot", null, language))
                .append("\r\n")
                .toString();
    }

    private Session session() throws IOException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", smtp.host());
        settings.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
        settings.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        settings.setProperty("mail.smtp.timeout", PATIENCE);
        settings.setProperty("mail.smtp.writetimeout", PATIENCE);
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        settings.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(smtp.security() == NotificationProperties.Security.TLS));
        boolean upgrade = smtp.security() == NotificationProperties.Security.STARTTLS;
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(upgrade));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(upgrade));
        Path authority = smtp.caFile();
        if (authority != null) {
            settings.put(
                    "mail.smtp.ssl.socketFactory",
                    TrustedAuthority.context(authority).getSocketFactory());
        }
        Authenticator user = user();
        settings.setProperty("mail.smtp.auth", Boolean.toString(user != null));
        return Session.getInstance(settings, user);
    }

    private @Nullable Authenticator user() throws IOException {
        Path file = smtp.passwordFile();
        if (smtp.user().isEmpty() || file == null) {
            return null;
        }
        String password = new SecretFile(file).read().reveal();
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(smtp.user(), password);
            }
        };
    }
}
