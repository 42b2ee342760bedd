package vn.lienthong.node.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** Marks what exists only at a node on which programs try themselves out. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InTraining
@ConditionalOnBooleanProperty("lienthong.sandbox")
public @interface InSandbox {}
