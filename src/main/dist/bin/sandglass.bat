@echo off
rem Starts Sandglass with a Java 25 or later, from JAVA_HOME or from the path.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA="
set "FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :try "%%J"
if not defined JAVA (
  echo sandglass: needs Java 25 or later, and found none in JAVA_HOME or on the path; install one or set JAVA_HOME to it.%FOUND% 1>&2
  exit /b 70
)
rem What may want the window: nothing, or one argument that looks like a file. The command line starts
rem without JavaFX, whose modules and cache it would have to pay for.
set "WINDOW="
set "ARGUMENT=%~1"
if not defined ARGUMENT set "WINDOW=yes"
if not "%~2"=="" goto :start
if defined ARGUMENT if not "%ARGUMENT:~0,1%"=="-" (
  if not "%~x1"=="" set "WINDOW=yes"
  if not "%~nx1"=="%~1" set "WINDOW=yes"
)

:start
rem Methods beyond 8,000 bytes are compiled too; see the other script.
set "JIT=-XX:-DontCompileHugeMethods"
set "QUIET=-Xlog:disable -Xlog:all=error,aot*=off,cds*=off:stderr"
if defined WINDOW goto :window
rem The library of gRPC's messages uses what Java warns of; see the other script.
set "UNSAFE="
if "%ARGUMENT%"=="serve" call "%JAVA%" -X 2>&1 | findstr /c:"--sun-misc-unsafe-memory-access" >nul && set "UNSAFE=--sun-misc-unsafe-memory-access=allow"
"%JAVA%" -XX:+UseSerialGC %JIT% %UNSAFE% %QUIET% %JAVA_OPTS% -XX:AOTCache="%HOME_DIR%\lib\sandglass.aot" -cp "%HOME_DIR%\lib\sandglass.jar" sandglass.Main %*
exit /b %ERRORLEVEL%

:window
set "MODULES=--add-modules javafx.controls,javafx.swing --enable-native-access=javafx.graphics"
"%JAVA%" -XX:+UseG1GC %JIT% %QUIET% %JAVA_OPTS% -XX:AOTCache="%HOME_DIR%\lib\window.aot" --module-path "%HOME_DIR%\lib\javafx" %MODULES% -cp "%HOME_DIR%\lib\sandglass.jar" sandglass.Main %*
exit /b %ERRORLEVEL%

rem Takes a java if its major version is 25 or later.
:try
if not exist "%~1" exit /b 0
set "VERSION="
set "MAJOR="
for /f "tokens=3" %%V in ('call "%~1" -version 2^>^&1 ^| findstr /i " version "') do if not defined VERSION set "VERSION=%%~V"
for /f "tokens=1 delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% geq 25 (set "JAVA=%~1") else set "FOUND=%FOUND% %~1 is Java %MAJOR%."
exit /b 0
