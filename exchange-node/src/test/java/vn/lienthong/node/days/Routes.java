package vn.lienthong.node.days;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienthong.node.testing.Installation;

/** All routes that a node answers, as the node itself knows them. */
final class Routes {

    private Routes() {}

    /**
     * One of them.
     *
     * @param method for example GET
     * @param pattern with names in braces for what varies
     * @param multipart whether it takes files only
     */
    record Route(String method, String pattern, boolean multipart) {
        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /** All routes of a node, in order. */
    static List<Route> of(Installation node) {
        List<Route> routes = new ArrayList<>();
        RequestMappingHandlerMapping mapping =
                node.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            boolean multipart =
                    info.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
            for (String pattern : info.getPatternValues()) {
                if (methods.isEmpty()) {
                    routes.add(new Route("ANY", pattern, multipart));
                }
                methods.forEach(method -> routes.add(new Route(method.name(), pattern, multipart)));
            }
        }
        routes.sort(Comparator.comparing(Route::pattern).thenComparing(Route::method));
        return routes;
    }
}
