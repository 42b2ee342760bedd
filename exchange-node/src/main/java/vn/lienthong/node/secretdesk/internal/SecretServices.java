package vn.lienthong.node.secretdesk.internal;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.NeedToKnow;
import vn.lienthong.node.secret.PersonalKeys;
import vn.lienthong.node.secret.SecretArea;
import vn.lienthong.node.secret.SecretBooks;
import vn.lienthong.node.secret.SecretDrafts;
import vn.lienthong.node.secret.SecretReading;
import vn.lienthong.node.secret.SecretReleases;
import vn.lienthong.node.secret.SecretTimes;
import vn.lienthong.node.web.NothingHereException;

/** The services behind the pages. One that an installation does not have is as unknown as its pages. */
@Component
@InNodeRole
class SecretServices {

    private final ObjectProvider<SecretArea> area;
    private final ObjectProvider<PersonalKeys> keys;
    private final ObjectProvider<SecretDrafts> drafts;
    private final ObjectProvider<SecretReleases> releases;
    private final ObjectProvider<SecretReading> reading;
    private final ObjectProvider<NeedToKnow> knowing;
    private final ObjectProvider<SecretBooks> books;
    private final ObjectProvider<SecretTimes> times;

    SecretServices(BeanFactory beans) {
        this.area = beans.getBeanProvider(SecretArea.class);
        this.keys = beans.getBeanProvider(PersonalKeys.class);
        this.drafts = beans.getBeanProvider(SecretDrafts.class);
        this.releases = beans.getBeanProvider(SecretReleases.class);
        this.reading = beans.getBeanProvider(SecretReading.class);
        this.knowing = beans.getBeanProvider(NeedToKnow.class);
        this.books = beans.getBeanProvider(SecretBooks.class);
        this.times = beans.getBeanProvider(SecretTimes.class);
    }

    boolean present() {
        return area.getIfAvailable() != null;
    }

    SecretArea area() {
        return found(area);
    }

    PersonalKeys keys() {
        return found(keys);
    }

    SecretDrafts drafts() {
        return found(drafts);
    }

    SecretReleases releases() {
        return found(releases);
    }

    SecretReading reading() {
        return found(reading);
    }

    NeedToKnow knowing() {
        return found(knowing);
    }

    SecretBooks books() {
        return found(books);
    }

    SecretTimes times() {
        return found(times);
    }

    private static <S> S found(ObjectProvider<S> service) {
        S there = service.getIfAvailable();
        if (there == null) {
            throw new NothingHereException();
        }
        return there;
    }
}
