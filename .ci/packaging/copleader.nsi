; The installer for Windows: for one person, without administrator rights. /S installs without a word, /D=FOLDER elsewhere.
; Given by the script: VERSION, COMMIT, SOURCE (a folder with what is installed), OUTPUT.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!include MUI2.nsh
!include FileFunc.nsh

!define NAME "CoP Leader"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\app.copleader.CoPLeader"
!define KIND "CoPLeader.Community"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\CoP Leader"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs ${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "CompanyName" "${NAME}"
VIAddVersionKey "LegalCopyright" ""

!define MUI_ICON "${SOURCE}\copleader.ico"
!define MUI_UNICON "${SOURCE}\copleader.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\copleader.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; NotRunning removes the program that is there, which Windows refuses while it runs; the leader is asked to close it.
!macro NotRunning
  retry:
  ClearErrors
  Delete "$INSTDIR\copleader.exe"
  IfErrors 0 gone
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "CoP Leader is open. Please close its window, then choose Retry. Nothing was changed." /SD IDCANCEL IDRETRY retry
  SetErrorLevel 2
  Quit
  gone:
!macroend

Section
  SetShellVarContext current
  !insertmacro NotRunning
  SetOutPath "$INSTDIR"
  File "${SOURCE}\copleader.exe"
  File "${SOURCE}\LICENCES.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\copleader.exe"

  WriteRegStr HKCU "Software\Classes\.cop" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.cop\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "CoP Leader community"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\copleader.exe,1"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\copleader.exe" "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\copleader.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${KEY}" "Comments" "commit ${COMMIT}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

; Communities, their copies and what the window remembers lie elsewhere, and stay.
Section Uninstall
  SetShellVarContext current
  !insertmacro NotRunning
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  ReadRegStr $0 HKCU "Software\Classes\.cop" ""
  StrCmp $0 "${KIND}" 0 another ; another program has taken the files over since
  DeleteRegValue HKCU "Software\Classes\.cop" ""
  another:
  DeleteRegValue HKCU "Software\Classes\.cop\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.cop\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.cop"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "${KEY}"
  ${RefreshShellIcons}
SectionEnd
