package vn.lienthong.node.training.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.training.TrainingAgency;

/** Hears that somebody has searched and got an answer; searching leaves no other trace. */
@Component
@ForTrainees
class SearchHeard implements WebMvcConfigurer, HandlerInterceptor {

    private final Hearing hearing;

    SearchHeard(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var _ = registry.addInterceptor(this).addPathPatterns(Lesson.FIND.href());
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        String words = request.getParameter("q");
        if (words != null
                && !words.isBlank()
                && response.getStatus() < HttpStatus.BAD_REQUEST.value()
                && isTrainees(SecurityContextHolder.getContext().getAuthentication())) {
            hearing.searched();
        }
    }

    private static boolean isTrainees(@Nullable Authentication session) {
        return session != null
                && session.getPrincipal() instanceof Person person
                && person.agencies().contains(TrainingAgency.TRAINEE.code());
    }
}
