/* ntdef.h: basic types, strings, lists, object attributes, and the macros every driver uses. */
#ifndef FLUE_DDI_NTDEF_H
#define FLUE_DDI_NTDEF_H

#include <ddi_platform.h>
#include <basetsd.h>
#include <guiddef.h>

#ifndef TRUE
#define TRUE 1
#endif
#ifndef FALSE
#define FALSE 0
#endif
#ifndef NULL
#define NULL ((void *)0)
#endif
#define VOID void
typedef void *PVOID64;
#define FIELD_OFFSET(type, field) ((LONG)offsetof(type, field))
#define RTL_FIELD_SIZE(type, field) (sizeof(((type *)0)->field))
#define RTL_SIZEOF_THROUGH_FIELD(type, field) (offsetof(type, field) + RTL_FIELD_SIZE(type, field))
typedef enum _EXCEPTION_DISPOSITION {
    ExceptionContinueExecution,
    ExceptionContinueSearch,
    ExceptionNestedException,
    ExceptionCollidedUnwind
} EXCEPTION_DISPOSITION;

#define ANYSIZE_ARRAY                                           1
#define MAX_NATURAL_ALIGNMENT                                   ((ULONGLONG)8)
#define MEMORY_ALLOCATION_ALIGNMENT                             0x10
#define SYSTEM_CACHE_ALIGNMENT_SIZE                             0x40
#define PRAGMA_DEPRECATED_DDK                                   1
#define UCSCHAR_INVALID_CHARACTER                               0xFFFFFFFF
#define MIN_UCSCHAR                                             0
#define MAX_UCSCHAR                                             0x0010FFFF
#define STRICT                                                  1
#define ALL_PROCESSOR_GROUPS                                    0x0000FFFF
#define MAXIMUM_PROC_PER_GROUP                                  0x40
#define MAXIMUM_PROCESSORS                                      0x40
#define OBJ_HANDLE_TAGBITS                                      3
#define APPLICATION_ERROR_MASK                                  0x20000000
#define ERROR_SEVERITY_SUCCESS                                  0
#define ERROR_SEVERITY_INFORMATIONAL                            0x40000000
#define ERROR_SEVERITY_WARNING                                  0x80000000
#define ERROR_SEVERITY_ERROR                                    0xC0000000
#define MAXLONGLONG                                             0x7FFFFFFFFFFFFFFFULL
#define ANSI_NULL                                               0
#define UNICODE_NULL                                            0
#define UNICODE_STRING_MAX_BYTES                                0xFFFE
#define UNICODE_STRING_MAX_CHARS                                0x00007FFF
#define RTL_BALANCED_NODE_RESERVED_PARENT_MASK                  3
#define OBJ_INHERIT                                             2
#define OBJ_PERMANENT                                           0x10
#define OBJ_EXCLUSIVE                                           0x20
#define OBJ_CASE_INSENSITIVE                                    0x40
#define OBJ_OPENIF                                              0x80
#define OBJ_OPENLINK                                            0x00000100
#define OBJ_KERNEL_HANDLE                                       0x00000200
#define OBJ_FORCE_ACCESS_CHECK                                  0x00000400
#define OBJ_IGNORE_IMPERSONATED_DEVICEMAP                       0x00000800
#define OBJ_DONT_REPARSE                                        0x00001000
#define OBJ_VALID_ATTRIBUTES                                    0x00001FF2
#define NULL64                                                  ((ULONGLONG)0)
#define MINCHAR                                                 0x80
#define MAXCHAR                                                 127
#define MINSHORT                                                0x00008000
#define MAXSHORT                                                0x00007FFF
#define MINLONG                                                 0x80000000
#define MAXLONG                                                 0x7FFFFFFF
#define MAXUCHAR                                                255
#define MAXUSHORT                                               0x0000FFFF
#define MAXULONG                                                0xFFFFFFFF
#define VER_SERVER_NT                                           0x80000000
#define VER_WORKSTATION_NT                                      0x40000000
#define VER_SUITE_SMALLBUSINESS                                 1
#define VER_SUITE_ENTERPRISE                                    2
#define VER_SUITE_BACKOFFICE                                    4
#define VER_SUITE_COMMUNICATIONS                                8
#define VER_SUITE_TERMINAL                                      0x10
#define VER_SUITE_SMALLBUSINESS_RESTRICTED                      0x20
#define VER_SUITE_EMBEDDEDNT                                    0x40
#define VER_SUITE_DATACENTER                                    0x80
#define VER_SUITE_SINGLEUSERTS                                  0x00000100
#define VER_SUITE_PERSONAL                                      0x00000200
#define VER_SUITE_BLADE                                         0x00000400
#define VER_SUITE_EMBEDDED_RESTRICTED                           0x00000800
#define VER_SUITE_SECURITY_APPLIANCE                            0x00001000
#define VER_SUITE_STORAGE_SERVER                                0x00002000
#define VER_SUITE_COMPUTE_SERVER                                0x00004000
#define VER_SUITE_WH_SERVER                                     0x00008000
#define PRODUCT_UNDEFINED                                       0
#define PRODUCT_ULTIMATE                                        1
#define PRODUCT_HOME_BASIC                                      2
#define PRODUCT_HOME_PREMIUM                                    3
#define PRODUCT_ENTERPRISE                                      4
#define PRODUCT_HOME_BASIC_N                                    5
#define PRODUCT_BUSINESS                                        6
#define PRODUCT_STANDARD_SERVER                                 7
#define PRODUCT_DATACENTER_SERVER                               8
#define PRODUCT_SMALLBUSINESS_SERVER                            9
#define PRODUCT_ENTERPRISE_SERVER                               10
#define PRODUCT_STARTER                                         11
#define PRODUCT_DATACENTER_SERVER_CORE                          12
#define PRODUCT_STANDARD_SERVER_CORE                            13
#define PRODUCT_ENTERPRISE_SERVER_CORE                          14
#define PRODUCT_ENTERPRISE_SERVER_IA64                          15
#define PRODUCT_BUSINESS_N                                      0x10
#define PRODUCT_WEB_SERVER                                      17
#define PRODUCT_CLUSTER_SERVER                                  18
#define PRODUCT_HOME_SERVER                                     19
#define PRODUCT_STORAGE_EXPRESS_SERVER                          20
#define PRODUCT_STORAGE_STANDARD_SERVER                         21
#define PRODUCT_STORAGE_WORKGROUP_SERVER                        22
#define PRODUCT_STORAGE_ENTERPRISE_SERVER                       23
#define PRODUCT_SERVER_FOR_SMALLBUSINESS                        24
#define PRODUCT_SMALLBUSINESS_SERVER_PREMIUM                    25
#define PRODUCT_HOME_PREMIUM_N                                  26
#define PRODUCT_ENTERPRISE_N                                    27
#define PRODUCT_ULTIMATE_N                                      28
#define PRODUCT_WEB_SERVER_CORE                                 29
#define PRODUCT_MEDIUMBUSINESS_SERVER_MANAGEMENT                30
#define PRODUCT_MEDIUMBUSINESS_SERVER_SECURITY                  31
#define PRODUCT_MEDIUMBUSINESS_SERVER_MESSAGING                 0x20
#define PRODUCT_SERVER_FOUNDATION                               33
#define PRODUCT_HOME_PREMIUM_SERVER                             34
#define PRODUCT_SERVER_FOR_SMALLBUSINESS_V                      35
#define PRODUCT_STANDARD_SERVER_V                               36
#define PRODUCT_DATACENTER_SERVER_V                             37
#define PRODUCT_ENTERPRISE_SERVER_V                             38
#define PRODUCT_DATACENTER_SERVER_CORE_V                        39
#define PRODUCT_STANDARD_SERVER_CORE_V                          40
#define PRODUCT_ENTERPRISE_SERVER_CORE_V                        41
#define PRODUCT_HYPERV                                          42
#define PRODUCT_STORAGE_EXPRESS_SERVER_CORE                     43
#define PRODUCT_STORAGE_STANDARD_SERVER_CORE                    44
#define PRODUCT_STORAGE_WORKGROUP_SERVER_CORE                   45
#define PRODUCT_STORAGE_ENTERPRISE_SERVER_CORE                  46
#define PRODUCT_STARTER_N                                       47
#define PRODUCT_PROFESSIONAL                                    48
#define PRODUCT_PROFESSIONAL_N                                  49
#define PRODUCT_SB_SOLUTION_SERVER                              50
#define PRODUCT_SERVER_FOR_SB_SOLUTIONS                         51
#define PRODUCT_STANDARD_SERVER_SOLUTIONS                       52
#define PRODUCT_STANDARD_SERVER_SOLUTIONS_CORE                  53
#define PRODUCT_SB_SOLUTION_SERVER_EM                           54
#define PRODUCT_SERVER_FOR_SB_SOLUTIONS_EM                      55
#define PRODUCT_SOLUTION_EMBEDDEDSERVER                         56
#define PRODUCT_SOLUTION_EMBEDDEDSERVER_CORE                    57
#define PRODUCT_PROFESSIONAL_EMBEDDED                           58
#define PRODUCT_ESSENTIALBUSINESS_SERVER_MGMT                   59
#define PRODUCT_ESSENTIALBUSINESS_SERVER_ADDL                   60
#define PRODUCT_ESSENTIALBUSINESS_SERVER_MGMTSVC                61
#define PRODUCT_ESSENTIALBUSINESS_SERVER_ADDLSVC                62
#define PRODUCT_SMALLBUSINESS_SERVER_PREMIUM_CORE               63
#define PRODUCT_CLUSTER_SERVER_V                                0x40
#define PRODUCT_EMBEDDED                                        65
#define PRODUCT_STARTER_E                                       66
#define PRODUCT_HOME_BASIC_E                                    67
#define PRODUCT_HOME_PREMIUM_E                                  68
#define PRODUCT_PROFESSIONAL_E                                  69
#define PRODUCT_ENTERPRISE_E                                    70
#define PRODUCT_ULTIMATE_E                                      71
#define PRODUCT_ENTERPRISE_EVALUATION                           72
#define PRODUCT_MULTIPOINT_STANDARD_SERVER                      76
#define PRODUCT_MULTIPOINT_PREMIUM_SERVER                       77
#define PRODUCT_STANDARD_EVALUATION_SERVER                      79
#define PRODUCT_DATACENTER_EVALUATION_SERVER                    80
#define PRODUCT_ENTERPRISE_N_EVALUATION                         84
#define PRODUCT_EMBEDDED_AUTOMOTIVE                             85
#define PRODUCT_EMBEDDED_INDUSTRY_A                             86
#define PRODUCT_THINPC                                          87
#define PRODUCT_EMBEDDED_A                                      88
#define PRODUCT_EMBEDDED_INDUSTRY                               89
#define PRODUCT_EMBEDDED_E                                      90
#define PRODUCT_EMBEDDED_INDUSTRY_E                             91
#define PRODUCT_EMBEDDED_INDUSTRY_A_E                           92
#define PRODUCT_STORAGE_WORKGROUP_EVALUATION_SERVER             95
#define PRODUCT_STORAGE_STANDARD_EVALUATION_SERVER              96
#define PRODUCT_CORE_ARM                                        97
#define PRODUCT_CORE_N                                          98
#define PRODUCT_CORE_COUNTRYSPECIFIC                            99
#define PRODUCT_CORE_SINGLELANGUAGE                             100
#define PRODUCT_CORE                                            101
#define PRODUCT_PROFESSIONAL_WMC                                103
#define PRODUCT_MOBILE_CORE                                     104
#define PRODUCT_EMBEDDED_INDUSTRY_EVAL                          105
#define PRODUCT_EMBEDDED_INDUSTRY_E_EVAL                        106
#define PRODUCT_EMBEDDED_EVAL                                   107
#define PRODUCT_EMBEDDED_E_EVAL                                 108
#define PRODUCT_NANO_SERVER                                     109
#define PRODUCT_CLOUD_STORAGE_SERVER                            110
#define PRODUCT_CORE_CONNECTED                                  111
#define PRODUCT_PROFESSIONAL_STUDENT                            112
#define PRODUCT_CORE_CONNECTED_N                                113
#define PRODUCT_PROFESSIONAL_STUDENT_N                          114
#define PRODUCT_CORE_CONNECTED_SINGLELANGUAGE                   115
#define PRODUCT_CORE_CONNECTED_COUNTRYSPECIFIC                  116
#define PRODUCT_CONNECTED_CAR                                   117
#define PRODUCT_INDUSTRY_HANDHELD                               118
#define PRODUCT_PPI_PRO                                         119
#define PRODUCT_ARM64_SERVER                                    120
#define PRODUCT_EDUCATION                                       121
#define PRODUCT_EDUCATION_N                                     122
#define PRODUCT_IOTUAP                                          123
#define PRODUCT_CLOUD_HOST_INFRASTRUCTURE_SERVER                124
#define PRODUCT_ENTERPRISE_S                                    125
#define PRODUCT_ENTERPRISE_S_N                                  126
#define PRODUCT_PROFESSIONAL_S                                  127
#define PRODUCT_PROFESSIONAL_S_N                                0x80
#define PRODUCT_ENTERPRISE_S_EVALUATION                         129
#define PRODUCT_ENTERPRISE_S_N_EVALUATION                       130
#define PRODUCT_HOLOGRAPHIC                                     135
#define PRODUCT_PRO_SINGLE_LANGUAGE                             138
#define PRODUCT_PRO_CHINA                                       139
#define PRODUCT_ENTERPRISE_SUBSCRIPTION                         140
#define PRODUCT_ENTERPRISE_SUBSCRIPTION_N                       141
#define PRODUCT_DATACENTER_NANO_SERVER                          143
#define PRODUCT_STANDARD_NANO_SERVER                            144
#define PRODUCT_DATACENTER_A_SERVER_CORE                        145
#define PRODUCT_STANDARD_A_SERVER_CORE                          146
#define PRODUCT_DATACENTER_WS_SERVER_CORE                       147
#define PRODUCT_STANDARD_WS_SERVER_CORE                         148
#define PRODUCT_UTILITY_VM                                      149
#define PRODUCT_DATACENTER_EVALUATION_SERVER_CORE               159
#define PRODUCT_STANDARD_EVALUATION_SERVER_CORE                 160
#define PRODUCT_PRO_WORKSTATION                                 161
#define PRODUCT_PRO_WORKSTATION_N                               162
#define PRODUCT_PRO_FOR_EDUCATION                               164
#define PRODUCT_PRO_FOR_EDUCATION_N                             165
#define PRODUCT_AZURE_SERVER_CORE                               168
#define PRODUCT_AZURE_NANO_SERVER                               169
#define PRODUCT_ENTERPRISEG                                     171
#define PRODUCT_ENTERPRISEGN                                    172
#define PRODUCT_SERVERRDSH                                      175
#define PRODUCT_CLOUD                                           178
#define PRODUCT_CLOUDN                                          179
#define PRODUCT_UNLICENSED                                      0xABCDABCD
#define LANG_NEUTRAL                                            0
#define LANG_INVARIANT                                          127
#define LANG_AFRIKAANS                                          54
#define LANG_ALBANIAN                                           28
#define LANG_ALSATIAN                                           132
#define LANG_AMHARIC                                            94
#define LANG_ARABIC                                             1
#define LANG_ARMENIAN                                           43
#define LANG_ASSAMESE                                           77
#define LANG_AZERI                                              44
#define LANG_AZERBAIJANI                                        44
#define LANG_BANGLA                                             69
#define LANG_BASHKIR                                            109
#define LANG_BASQUE                                             45
#define LANG_BELARUSIAN                                         35
#define LANG_BENGALI                                            69
#define LANG_BRETON                                             126
#define LANG_BOSNIAN                                            26
#define LANG_BOSNIAN_NEUTRAL                                    0x0000781A
#define LANG_BULGARIAN                                          2
#define LANG_CATALAN                                            3
#define LANG_CENTRAL_KURDISH                                    146
#define LANG_CHEROKEE                                           92
#define LANG_CHINESE                                            4
#define LANG_CHINESE_SIMPLIFIED                                 4
#define LANG_CHINESE_TRADITIONAL                                0x00007C04
#define LANG_CORSICAN                                           131
#define LANG_CROATIAN                                           26
#define LANG_CZECH                                              5
#define LANG_DANISH                                             6
#define LANG_DARI                                               140
#define LANG_DIVEHI                                             101
#define LANG_DUTCH                                              19
#define LANG_ENGLISH                                            9
#define LANG_ESTONIAN                                           37
#define LANG_FAEROESE                                           56
#define LANG_FARSI                                              41
#define LANG_FILIPINO                                           100
#define LANG_FINNISH                                            11
#define LANG_FRENCH                                             12
#define LANG_FRISIAN                                            98
#define LANG_FULAH                                              103
#define LANG_GALICIAN                                           86
#define LANG_GEORGIAN                                           55
#define LANG_GERMAN                                             7
#define LANG_GREEK                                              8
#define LANG_GREENLANDIC                                        111
#define LANG_GUJARATI                                           71
#define LANG_HAUSA                                              104
#define LANG_HAWAIIAN                                           117
#define LANG_HEBREW                                             13
#define LANG_HINDI                                              57
#define LANG_HUNGARIAN                                          14
#define LANG_ICELANDIC                                          15
#define LANG_IGBO                                               112
#define LANG_INDONESIAN                                         33
#define LANG_INUKTITUT                                          93
#define LANG_IRISH                                              60
#define LANG_ITALIAN                                            0x10
#define LANG_JAPANESE                                           17
#define LANG_KANNADA                                            75
#define LANG_KASHMIRI                                           96
#define LANG_KAZAK                                              63
#define LANG_KHMER                                              83
#define LANG_KICHE                                              134
#define LANG_KINYARWANDA                                        135
#define LANG_KONKANI                                            87
#define LANG_KOREAN                                             18
#define LANG_KYRGYZ                                             0x40
#define LANG_LAO                                                84
#define LANG_LATVIAN                                            38
#define LANG_LITHUANIAN                                         39
#define LANG_LOWER_SORBIAN                                      46
#define LANG_LUXEMBOURGISH                                      110
#define LANG_MACEDONIAN                                         47
#define LANG_MALAY                                              62
#define LANG_MALAYALAM                                          76
#define LANG_MALTESE                                            58
#define LANG_MANIPURI                                           88
#define LANG_MAORI                                              129
#define LANG_MAPUDUNGUN                                         122
#define LANG_MARATHI                                            78
#define LANG_MOHAWK                                             124
#define LANG_MONGOLIAN                                          80
#define LANG_NEPALI                                             97
#define LANG_NORWEGIAN                                          20
#define LANG_OCCITAN                                            130
#define LANG_ODIA                                               72
#define LANG_ORIYA                                              72
#define LANG_PASHTO                                             99
#define LANG_PERSIAN                                            41
#define LANG_POLISH                                             21
#define LANG_PORTUGUESE                                         22
#define LANG_PULAR                                              103
#define LANG_PUNJABI                                            70
#define LANG_QUECHUA                                            107
#define LANG_ROMANIAN                                           24
#define LANG_ROMANSH                                            23
#define LANG_RUSSIAN                                            25
#define LANG_SAKHA                                              133
#define LANG_SAMI                                               59
#define LANG_SANSKRIT                                           79
#define LANG_SCOTTISH_GAELIC                                    145
#define LANG_SERBIAN                                            26
#define LANG_SERBIAN_NEUTRAL                                    0x00007C1A
#define LANG_SINDHI                                             89
#define LANG_SINHALESE                                          91
#define LANG_SLOVAK                                             27
#define LANG_SLOVENIAN                                          36
#define LANG_SOTHO                                              108
#define LANG_SPANISH                                            10
#define LANG_SWAHILI                                            65
#define LANG_SWEDISH                                            29
#define LANG_SYRIAC                                             90
#define LANG_TAJIK                                              40
#define LANG_TAMAZIGHT                                          95
#define LANG_TAMIL                                              73
#define LANG_TATAR                                              68
#define LANG_TELUGU                                             74
#define LANG_THAI                                               30
#define LANG_TIBETAN                                            81
#define LANG_TIGRIGNA                                           115
#define LANG_TIGRINYA                                           115
#define LANG_TSWANA                                             50
#define LANG_TURKISH                                            31
#define LANG_TURKMEN                                            66
#define LANG_UIGHUR                                             0x80
#define LANG_UKRAINIAN                                          34
#define LANG_UPPER_SORBIAN                                      46
#define LANG_URDU                                               0x20
#define LANG_UZBEK                                              67
#define LANG_VALENCIAN                                          3
#define LANG_VIETNAMESE                                         42
#define LANG_WELSH                                              82
#define LANG_WOLOF                                              136
#define LANG_XHOSA                                              52
#define LANG_YAKUT                                              133
#define LANG_YI                                                 120
#define LANG_YORUBA                                             106
#define LANG_ZULU                                               53
#define SUBLANG_NEUTRAL                                         0
#define SUBLANG_DEFAULT                                         1
#define SUBLANG_SYS_DEFAULT                                     2
#define SUBLANG_CUSTOM_DEFAULT                                  3
#define SUBLANG_CUSTOM_UNSPECIFIED                              4
#define SUBLANG_UI_CUSTOM_DEFAULT                               5
#define SUBLANG_AFRIKAANS_SOUTH_AFRICA                          1
#define SUBLANG_ALBANIAN_ALBANIA                                1
#define SUBLANG_ALSATIAN_FRANCE                                 1
#define SUBLANG_AMHARIC_ETHIOPIA                                1
#define SUBLANG_ARABIC_SAUDI_ARABIA                             1
#define SUBLANG_ARABIC_IRAQ                                     2
#define SUBLANG_ARABIC_EGYPT                                    3
#define SUBLANG_ARABIC_LIBYA                                    4
#define SUBLANG_ARABIC_ALGERIA                                  5
#define SUBLANG_ARABIC_MOROCCO                                  6
#define SUBLANG_ARABIC_TUNISIA                                  7
#define SUBLANG_ARABIC_OMAN                                     8
#define SUBLANG_ARABIC_YEMEN                                    9
#define SUBLANG_ARABIC_SYRIA                                    10
#define SUBLANG_ARABIC_JORDAN                                   11
#define SUBLANG_ARABIC_LEBANON                                  12
#define SUBLANG_ARABIC_KUWAIT                                   13
#define SUBLANG_ARABIC_UAE                                      14
#define SUBLANG_ARABIC_BAHRAIN                                  15
#define SUBLANG_ARABIC_QATAR                                    0x10
#define SUBLANG_ARMENIAN_ARMENIA                                1
#define SUBLANG_ASSAMESE_INDIA                                  1
#define SUBLANG_AZERI_LATIN                                     1
#define SUBLANG_AZERI_CYRILLIC                                  2
#define SUBLANG_AZERBAIJANI_AZERBAIJAN_LATIN                    1
#define SUBLANG_AZERBAIJANI_AZERBAIJAN_CYRILLIC                 2
#define SUBLANG_BANGLA_INDIA                                    1
#define SUBLANG_BANGLA_BANGLADESH                               2
#define SUBLANG_BASHKIR_RUSSIA                                  1
#define SUBLANG_BASQUE_BASQUE                                   1
#define SUBLANG_BELARUSIAN_BELARUS                              1
#define SUBLANG_BENGALI_INDIA                                   1
#define SUBLANG_BENGALI_BANGLADESH                              2
#define SUBLANG_BOSNIAN_BOSNIA_HERZEGOVINA_LATIN                5
#define SUBLANG_BOSNIAN_BOSNIA_HERZEGOVINA_CYRILLIC             8
#define SUBLANG_BRETON_FRANCE                                   1
#define SUBLANG_BULGARIAN_BULGARIA                              1
#define SUBLANG_CATALAN_CATALAN                                 1
#define SUBLANG_CENTRAL_KURDISH_IRAQ                            1
#define SUBLANG_CHEROKEE_CHEROKEE                               1
#define SUBLANG_CHINESE_TRADITIONAL                             1
#define SUBLANG_CHINESE_SIMPLIFIED                              2
#define SUBLANG_CHINESE_HONGKONG                                3
#define SUBLANG_CHINESE_SINGAPORE                               4
#define SUBLANG_CHINESE_MACAU                                   5
#define SUBLANG_CORSICAN_FRANCE                                 1
#define SUBLANG_CZECH_CZECH_REPUBLIC                            1
#define SUBLANG_CROATIAN_CROATIA                                1
#define SUBLANG_CROATIAN_BOSNIA_HERZEGOVINA_LATIN               4
#define SUBLANG_DANISH_DENMARK                                  1
#define SUBLANG_DARI_AFGHANISTAN                                1
#define SUBLANG_DIVEHI_MALDIVES                                 1
#define SUBLANG_DUTCH                                           1
#define SUBLANG_DUTCH_BELGIAN                                   2
#define SUBLANG_ENGLISH_US                                      1
#define SUBLANG_ENGLISH_UK                                      2
#define SUBLANG_ENGLISH_AUS                                     3
#define SUBLANG_ENGLISH_CAN                                     4
#define SUBLANG_ENGLISH_NZ                                      5
#define SUBLANG_ENGLISH_EIRE                                    6
#define SUBLANG_ENGLISH_SOUTH_AFRICA                            7
#define SUBLANG_ENGLISH_JAMAICA                                 8
#define SUBLANG_ENGLISH_CARIBBEAN                               9
#define SUBLANG_ENGLISH_BELIZE                                  10
#define SUBLANG_ENGLISH_TRINIDAD                                11
#define SUBLANG_ENGLISH_ZIMBABWE                                12
#define SUBLANG_ENGLISH_PHILIPPINES                             13
#define SUBLANG_ENGLISH_INDIA                                   0x10
#define SUBLANG_ENGLISH_MALAYSIA                                17
#define SUBLANG_ENGLISH_SINGAPORE                               18
#define SUBLANG_ESTONIAN_ESTONIA                                1
#define SUBLANG_FAEROESE_FAROE_ISLANDS                          1
#define SUBLANG_FILIPINO_PHILIPPINES                            1
#define SUBLANG_FINNISH_FINLAND                                 1
#define SUBLANG_FRENCH                                          1
#define SUBLANG_FRENCH_BELGIAN                                  2
#define SUBLANG_FRENCH_CANADIAN                                 3
#define SUBLANG_FRENCH_SWISS                                    4
#define SUBLANG_FRENCH_LUXEMBOURG                               5
#define SUBLANG_FRENCH_MONACO                                   6
#define SUBLANG_FRISIAN_NETHERLANDS                             1
#define SUBLANG_FULAH_SENEGAL                                   2
#define SUBLANG_GALICIAN_GALICIAN                               1
#define SUBLANG_GEORGIAN_GEORGIA                                1
#define SUBLANG_GERMAN                                          1
#define SUBLANG_GERMAN_SWISS                                    2
#define SUBLANG_GERMAN_AUSTRIAN                                 3
#define SUBLANG_GERMAN_LUXEMBOURG                               4
#define SUBLANG_GERMAN_LIECHTENSTEIN                            5
#define SUBLANG_GREEK_GREECE                                    1
#define SUBLANG_GREENLANDIC_GREENLAND                           1
#define SUBLANG_GUJARATI_INDIA                                  1
#define SUBLANG_HAUSA_NIGERIA_LATIN                             1
#define SUBLANG_HAWAIIAN_US                                     1
#define SUBLANG_HEBREW_ISRAEL                                   1
#define SUBLANG_HINDI_INDIA                                     1
#define SUBLANG_HUNGARIAN_HUNGARY                               1
#define SUBLANG_ICELANDIC_ICELAND                               1
#define SUBLANG_IGBO_NIGERIA                                    1
#define SUBLANG_INDONESIAN_INDONESIA                            1
#define SUBLANG_INUKTITUT_CANADA                                1
#define SUBLANG_INUKTITUT_CANADA_LATIN                          2
#define SUBLANG_IRISH_IRELAND                                   2
#define SUBLANG_ITALIAN                                         1
#define SUBLANG_ITALIAN_SWISS                                   2
#define SUBLANG_JAPANESE_JAPAN                                  1
#define SUBLANG_KANNADA_INDIA                                   1
#define SUBLANG_KASHMIRI_SASIA                                  2
#define SUBLANG_KASHMIRI_INDIA                                  2
#define SUBLANG_KAZAK_KAZAKHSTAN                                1
#define SUBLANG_KHMER_CAMBODIA                                  1
#define SUBLANG_KICHE_GUATEMALA                                 1
#define SUBLANG_KINYARWANDA_RWANDA                              1
#define SUBLANG_KONKANI_INDIA                                   1
#define SUBLANG_KOREAN                                          1
#define SUBLANG_KYRGYZ_KYRGYZSTAN                               1
#define SUBLANG_LAO_LAO                                         1
#define SUBLANG_LATVIAN_LATVIA                                  1
#define SUBLANG_LITHUANIAN                                      1
#define SUBLANG_LOWER_SORBIAN_GERMANY                           2
#define SUBLANG_LUXEMBOURGISH_LUXEMBOURG                        1
#define SUBLANG_MACEDONIAN_MACEDONIA                            1
#define SUBLANG_MALAY_MALAYSIA                                  1
#define SUBLANG_MALAY_BRUNEI_DARUSSALAM                         2
#define SUBLANG_MALAYALAM_INDIA                                 1
#define SUBLANG_MALTESE_MALTA                                   1
#define SUBLANG_MAORI_NEW_ZEALAND                               1
#define SUBLANG_MAPUDUNGUN_CHILE                                1
#define SUBLANG_MARATHI_INDIA                                   1
#define SUBLANG_MOHAWK_MOHAWK                                   1
#define SUBLANG_MONGOLIAN_CYRILLIC_MONGOLIA                     1
#define SUBLANG_MONGOLIAN_PRC                                   2
#define SUBLANG_NEPALI_INDIA                                    2
#define SUBLANG_NEPALI_NEPAL                                    1
#define SUBLANG_NORWEGIAN_BOKMAL                                1
#define SUBLANG_NORWEGIAN_NYNORSK                               2
#define SUBLANG_OCCITAN_FRANCE                                  1
#define SUBLANG_ODIA_INDIA                                      1
#define SUBLANG_ORIYA_INDIA                                     1
#define SUBLANG_PASHTO_AFGHANISTAN                              1
#define SUBLANG_PERSIAN_IRAN                                    1
#define SUBLANG_POLISH_POLAND                                   1
#define SUBLANG_PORTUGUESE                                      2
#define SUBLANG_PORTUGUESE_BRAZILIAN                            1
#define SUBLANG_PULAR_SENEGAL                                   2
#define SUBLANG_PUNJABI_INDIA                                   1
#define SUBLANG_PUNJABI_PAKISTAN                                2
#define SUBLANG_QUECHUA_BOLIVIA                                 1
#define SUBLANG_QUECHUA_ECUADOR                                 2
#define SUBLANG_QUECHUA_PERU                                    3
#define SUBLANG_ROMANIAN_ROMANIA                                1
#define SUBLANG_ROMANSH_SWITZERLAND                             1
#define SUBLANG_RUSSIAN_RUSSIA                                  1
#define SUBLANG_SAKHA_RUSSIA                                    1
#define SUBLANG_SAMI_NORTHERN_NORWAY                            1
#define SUBLANG_SAMI_NORTHERN_SWEDEN                            2
#define SUBLANG_SAMI_NORTHERN_FINLAND                           3
#define SUBLANG_SAMI_LULE_NORWAY                                4
#define SUBLANG_SAMI_LULE_SWEDEN                                5
#define SUBLANG_SAMI_SOUTHERN_NORWAY                            6
#define SUBLANG_SAMI_SOUTHERN_SWEDEN                            7
#define SUBLANG_SAMI_SKOLT_FINLAND                              8
#define SUBLANG_SAMI_INARI_FINLAND                              9
#define SUBLANG_SANSKRIT_INDIA                                  1
#define SUBLANG_SCOTTISH_GAELIC                                 1
#define SUBLANG_SERBIAN_BOSNIA_HERZEGOVINA_LATIN                6
#define SUBLANG_SERBIAN_BOSNIA_HERZEGOVINA_CYRILLIC             7
#define SUBLANG_SERBIAN_MONTENEGRO_LATIN                        11
#define SUBLANG_SERBIAN_MONTENEGRO_CYRILLIC                     12
#define SUBLANG_SERBIAN_SERBIA_LATIN                            9
#define SUBLANG_SERBIAN_SERBIA_CYRILLIC                         10
#define SUBLANG_SERBIAN_CROATIA                                 1
#define SUBLANG_SERBIAN_LATIN                                   2
#define SUBLANG_SERBIAN_CYRILLIC                                3
#define SUBLANG_SINDHI_INDIA                                    1
#define SUBLANG_SINDHI_PAKISTAN                                 2
#define SUBLANG_SINDHI_AFGHANISTAN                              2
#define SUBLANG_SINHALESE_SRI_LANKA                             1
#define SUBLANG_SOTHO_NORTHERN_SOUTH_AFRICA                     1
#define SUBLANG_SLOVAK_SLOVAKIA                                 1
#define SUBLANG_SLOVENIAN_SLOVENIA                              1
#define SUBLANG_SPANISH                                         1
#define SUBLANG_SPANISH_MEXICAN                                 2
#define SUBLANG_SPANISH_MODERN                                  3
#define SUBLANG_SPANISH_GUATEMALA                               4
#define SUBLANG_SPANISH_COSTA_RICA                              5
#define SUBLANG_SPANISH_PANAMA                                  6
#define SUBLANG_SPANISH_DOMINICAN_REPUBLIC                      7
#define SUBLANG_SPANISH_VENEZUELA                               8
#define SUBLANG_SPANISH_COLOMBIA                                9
#define SUBLANG_SPANISH_PERU                                    10
#define SUBLANG_SPANISH_ARGENTINA                               11
#define SUBLANG_SPANISH_ECUADOR                                 12
#define SUBLANG_SPANISH_CHILE                                   13
#define SUBLANG_SPANISH_URUGUAY                                 14
#define SUBLANG_SPANISH_PARAGUAY                                15
#define SUBLANG_SPANISH_BOLIVIA                                 0x10
#define SUBLANG_SPANISH_EL_SALVADOR                             17
#define SUBLANG_SPANISH_HONDURAS                                18
#define SUBLANG_SPANISH_NICARAGUA                               19
#define SUBLANG_SPANISH_PUERTO_RICO                             20
#define SUBLANG_SPANISH_US                                      21
#define SUBLANG_SWAHILI_KENYA                                   1
#define SUBLANG_SWEDISH                                         1
#define SUBLANG_SWEDISH_FINLAND                                 2
#define SUBLANG_SYRIAC_SYRIA                                    1
#define SUBLANG_TAJIK_TAJIKISTAN                                1
#define SUBLANG_TAMAZIGHT_ALGERIA_LATIN                         2
#define SUBLANG_TAMAZIGHT_MOROCCO_TIFINAGH                      4
#define SUBLANG_TAMIL_INDIA                                     1
#define SUBLANG_TAMIL_SRI_LANKA                                 2
#define SUBLANG_TATAR_RUSSIA                                    1
#define SUBLANG_TELUGU_INDIA                                    1
#define SUBLANG_THAI_THAILAND                                   1
#define SUBLANG_TIBETAN_PRC                                     1
#define SUBLANG_TIGRIGNA_ERITREA                                2
#define SUBLANG_TIGRINYA_ERITREA                                2
#define SUBLANG_TIGRINYA_ETHIOPIA                               1
#define SUBLANG_TSWANA_BOTSWANA                                 2
#define SUBLANG_TSWANA_SOUTH_AFRICA                             1
#define SUBLANG_TURKISH_TURKEY                                  1
#define SUBLANG_TURKMEN_TURKMENISTAN                            1
#define SUBLANG_UIGHUR_PRC                                      1
#define SUBLANG_UKRAINIAN_UKRAINE                               1
#define SUBLANG_UPPER_SORBIAN_GERMANY                           1
#define SUBLANG_URDU_PAKISTAN                                   1
#define SUBLANG_URDU_INDIA                                      2
#define SUBLANG_UZBEK_LATIN                                     1
#define SUBLANG_UZBEK_CYRILLIC                                  2
#define SUBLANG_VALENCIAN_VALENCIA                              2
#define SUBLANG_VIETNAMESE_VIETNAM                              1
#define SUBLANG_WELSH_UNITED_KINGDOM                            1
#define SUBLANG_WOLOF_SENEGAL                                   1
#define SUBLANG_XHOSA_SOUTH_AFRICA                              1
#define SUBLANG_YAKUT_RUSSIA                                    1
#define SUBLANG_YI_PRC                                          1
#define SUBLANG_YORUBA_NIGERIA                                  1
#define SUBLANG_ZULU_SOUTH_AFRICA                               1
#define SORT_DEFAULT                                            0
#define SORT_INVARIANT_MATH                                     1
#define SORT_JAPANESE_XJIS                                      0
#define SORT_JAPANESE_UNICODE                                   1
#define SORT_JAPANESE_RADICALSTROKE                             4
#define SORT_CHINESE_BIG5                                       0
#define SORT_CHINESE_PRCP                                       0
#define SORT_CHINESE_UNICODE                                    1
#define SORT_CHINESE_PRC                                        2
#define SORT_CHINESE_BOPOMOFO                                   3
#define SORT_CHINESE_RADICALSTROKE                              4
#define SORT_KOREAN_KSC                                         0
#define SORT_KOREAN_UNICODE                                     1
#define SORT_GERMAN_PHONE_BOOK                                  1
#define SORT_HUNGARIAN_DEFAULT                                  0
#define SORT_HUNGARIAN_TECHNICAL                                1
#define SORT_GEORGIAN_TRADITIONAL                               0
#define SORT_GEORGIAN_MODERN                                    1
#define NLS_VALID_LOCALE_MASK                                   0x000FFFFF
#define LOCALE_NAME_MAX_LENGTH                                  85
#define LANG_SYSTEM_DEFAULT                                     0x00000800
#define LANG_USER_DEFAULT                                       0x00000400
#define LOCALE_SYSTEM_DEFAULT                                   0x00000800
#define LOCALE_USER_DEFAULT                                     0x00000400
#define LOCALE_CUSTOM_DEFAULT                                   0x00000C00
#define LOCALE_CUSTOM_UNSPECIFIED                               0x00001000
#define LOCALE_CUSTOM_UI_DEFAULT                                0x00001400
#define LOCALE_NEUTRAL                                          0
#define LOCALE_INVARIANT                                        127
#define LOCALE_TRANSIENT_KEYBOARD1                              0x00002000
#define LOCALE_TRANSIENT_KEYBOARD2                              0x00002400
#define LOCALE_TRANSIENT_KEYBOARD3                              0x00002800
#define LOCALE_TRANSIENT_KEYBOARD4                              0x00002C00
#define LOCALE_UNASSIGNED_LCID                                  0x00001000

typedef char CCHAR;
typedef ULONG CLONG;
typedef short CSHORT;
typedef double DOUBLE;
typedef ULONGLONG DWORDLONG;
typedef UCHAR FCHAR;
typedef ULONG FLONG;
typedef USHORT FSHORT;
typedef LONG HRESULT;
typedef UCHAR KIRQL;
typedef USHORT LANGID;
typedef ULONG LCID;
typedef ULONG LOGICAL;
typedef LONG NTSTATUS;
typedef LONG_PTR RTL_REFERENCE_COUNT;
typedef LONG RTL_REFERENCE_COUNT32;
typedef USHORT RTL_STRING_LENGTH_TYPE;
typedef signed char SCHAR;
typedef LONG SECURITY_STATUS;
typedef unsigned char TUCHAR;
typedef ULONG UCSCHAR;
typedef LONGLONG USN;

typedef struct _QUAD {
    union {
        long long UseThisFieldToCopy;
        double DoNotUseThisField;
    };
} QUAD, *PQUAD;

typedef struct _PROCESSOR_NUMBER {
    USHORT Group;
    UCHAR Number;
    UCHAR Reserved;
} PROCESSOR_NUMBER, *PPROCESSOR_NUMBER;

typedef struct _GROUP_AFFINITY {
    KAFFINITY Mask;
    USHORT Group;
    USHORT Reserved[3];
} GROUP_AFFINITY, *PGROUP_AFFINITY;

typedef struct _FLOAT128 {
    long long LowPart;
    long long HighPart;
} FLOAT128, *PFLOAT128;

typedef union _LARGE_INTEGER {
    struct {
        ULONG LowPart;
        LONG HighPart;
    };
    struct {
        ULONG LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER, *PPHYSICAL_ADDRESS;

typedef union _ULARGE_INTEGER {
    struct {
        ULONG LowPart;
        ULONG HighPart;
    };
    struct {
        ULONG LowPart;
        ULONG HighPart;
    } u;
    ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

typedef struct _LUID {
    ULONG LowPart;
    LONG HighPart;
} LUID, *PLUID;

typedef CHAR *PCHAR;

typedef struct _STRING {
    USHORT Length;
    USHORT MaximumLength;
    PCHAR Buffer;
} STRING, *PSTRING;

typedef struct _CSTRING {
    USHORT Length;
    USHORT MaximumLength;
    const char *Buffer;
} CSTRING, *PCSTRING;

typedef WCHAR *PWCH;

typedef struct _UNICODE_STRING {
    USHORT Length;
    USHORT MaximumLength;
    PWCH Buffer;
} UNICODE_STRING, *PUNICODE_STRING;

typedef struct _LIST_ENTRY {
    struct _LIST_ENTRY *Flink;
    struct _LIST_ENTRY *Blink;
} LIST_ENTRY, *PLIST_ENTRY, *PRLIST_ENTRY;

typedef struct _SINGLE_LIST_ENTRY {
    struct _SINGLE_LIST_ENTRY *Next;
} SINGLE_LIST_ENTRY, *PSINGLE_LIST_ENTRY;

typedef struct _RTL_BALANCED_NODE {
    union {
        struct _RTL_BALANCED_NODE *Children[2];
        struct {
            struct _RTL_BALANCED_NODE *Left;
            struct _RTL_BALANCED_NODE *Right;
        };
    };
    union {
        UCHAR Red : 1;
        UCHAR Balance : 2;
        ULONG_PTR ParentValue;
    };
} RTL_BALANCED_NODE, *PRTL_BALANCED_NODE;

typedef struct LIST_ENTRY32 {
    ULONG Flink;
    ULONG Blink;
} LIST_ENTRY32, *PLIST_ENTRY32;

typedef struct LIST_ENTRY64 {
    ULONGLONG Flink;
    ULONGLONG Blink;
} LIST_ENTRY64, *PLIST_ENTRY64;

typedef struct _SINGLE_LIST_ENTRY32 {
    ULONG Next;
} SINGLE_LIST_ENTRY32, *PSINGLE_LIST_ENTRY32;

typedef struct _WNF_STATE_NAME {
    ULONG Data[2];
} WNF_STATE_NAME, *PWNF_STATE_NAME;

typedef struct _STRING32 {
    USHORT Length;
    USHORT MaximumLength;
    ULONG Buffer;
} STRING32, *PSTRING32;

typedef struct _STRING64 {
    USHORT Length;
    USHORT MaximumLength;
    ULONGLONG Buffer;
} STRING64, *PSTRING64;

typedef struct _OBJECT_ATTRIBUTES64 {
    ULONG Length;
    ULONG64 RootDirectory;
    ULONG64 ObjectName;
    ULONG Attributes;
    ULONG64 SecurityDescriptor;
    ULONG64 SecurityQualityOfService;
} OBJECT_ATTRIBUTES64, *POBJECT_ATTRIBUTES64;

typedef struct _OBJECT_ATTRIBUTES32 {
    ULONG Length;
    ULONG RootDirectory;
    ULONG ObjectName;
    ULONG Attributes;
    ULONG SecurityDescriptor;
    ULONG SecurityQualityOfService;
} OBJECT_ATTRIBUTES32, *POBJECT_ATTRIBUTES32;

typedef struct _OBJECT_ATTRIBUTES {
    ULONG Length;
    HANDLE RootDirectory;
    PUNICODE_STRING ObjectName;
    ULONG Attributes;
    PVOID SecurityDescriptor;
    PVOID SecurityQualityOfService;
} OBJECT_ATTRIBUTES, *POBJECT_ATTRIBUTES;

typedef struct _OBJECTID {
    GUID Lineage;
    ULONG Uniquifier;
} OBJECTID;

typedef QUAD UQUAD;
typedef LARGE_INTEGER PHYSICAL_ADDRESS;
typedef STRING ANSI_STRING;
typedef STRING OEM_STRING;
typedef STRING CANSI_STRING;
typedef STRING32 UNICODE_STRING32;
typedef STRING32 ANSI_STRING32;
typedef STRING64 UNICODE_STRING64;
typedef STRING64 ANSI_STRING64;

typedef enum COMPARTMENT_ID {
    UNSPECIFIED_COMPARTMENT_ID,
    DEFAULT_COMPARTMENT_ID,
} COMPARTMENT_ID, *PCOMPARTMENT_ID;

typedef enum _EVENT_TYPE {
    NotificationEvent,
    SynchronizationEvent,
} EVENT_TYPE;

typedef struct _EXCEPTION_RECORD EXCEPTION_RECORD, *PEXCEPTION_RECORD;
typedef struct _CONTEXT CONTEXT, *PCONTEXT;

typedef EXCEPTION_DISPOSITION NTAPI EXCEPTION_ROUTINE(struct _EXCEPTION_RECORD *ExceptionRecord, PVOID EstablisherFrame,
    struct _CONTEXT *ContextRecord, PVOID DispatcherContext);

typedef const CHAR *LPCCH;
typedef CHAR *LPCH;
typedef const CHAR *LPCSTR;
typedef LPCCH LPCTCH;
typedef LPCSTR LPCTSTR;
typedef LPCSTR LPCUTSTR;
typedef const __unaligned WCHAR *LPCUWCHAR;
typedef const __unaligned WCHAR *LPCUWSTR;
typedef const WCHAR *LPCWCH;
typedef const WCHAR *LPCWCHAR;
typedef const WCHAR *LPCWSTR;
typedef CHAR *LPSTR;
typedef LPCH LPTCH;
typedef LPSTR LPTSTR;
typedef LPSTR LPUTSTR;
typedef __unaligned WCHAR *LPUWSTR;
typedef WCHAR *LPWCH;
typedef WCHAR *LPWSTR;
typedef CHAR *NPSTR;

typedef enum _NT_PRODUCT_TYPE {
    NtProductWinNt = 1,
    NtProductLanManNt,
    NtProductServer,
} NT_PRODUCT_TYPE, *PNT_PRODUCT_TYPE;

typedef WCHAR *NWPSTR;
typedef PSTRING PANSI_STRING;
typedef ANSI_STRING32 *PANSI_STRING32;
typedef ANSI_STRING64 *PANSI_STRING64;
typedef BOOLEAN *PBOOLEAN;
typedef PSTRING PCANSI_STRING;
typedef const CHAR *PCCH;
typedef CCHAR *PCCHAR;
typedef CHAR *PCH;
typedef CLONG *PCLONG;
typedef const NTSTATUS *PCNTSTATUS;
typedef const CHAR *PCNZCH;
typedef PCNZCH PCNZTCH;
typedef const WCHAR *PCNZWCH;
typedef const OBJECT_ATTRIBUTES *PCOBJECT_ATTRIBUTES;
typedef const OBJECT_ATTRIBUTES32 *PCOBJECT_ATTRIBUTES32;
typedef const OBJECT_ATTRIBUTES64 *PCOBJECT_ATTRIBUTES64;
typedef const STRING *PCOEM_STRING;
typedef const SCHAR *PCSCHAR;
typedef CSHORT *PCSHORT;
typedef const CHAR *PCSTR;
typedef const char *PCSZ;
typedef LPCCH PCTCH;
typedef LPCSTR PCTSTR;
typedef const UCHAR *PCUCHAR;
typedef const UCSCHAR *PCUCSCHAR;
typedef const UCSCHAR *PCUCSSTR;
typedef const ULONG *PCULONG;
typedef const UNICODE_STRING *PCUNICODE_STRING;
typedef PCNZCH PCUNZTCH;
typedef const __unaligned WCHAR *PCUNZWCH;
typedef const UQUAD *PCUQUAD;
typedef const USHORT *PCUSHORT;
typedef LPCSTR PCUTSTR;
typedef const __unaligned UCSCHAR *PCUUCSCHAR;
typedef const __unaligned UCSCHAR *PCUUCSSTR;
typedef const __unaligned WCHAR *PCUWCHAR;
typedef const __unaligned WCHAR *PCUWSTR;
typedef const CHAR *PCZZSTR;
typedef PCZZSTR PCUZZTSTR;
typedef const __unaligned WCHAR *PCUZZWSTR;
typedef const WCHAR *PCWCH;
typedef const WCHAR *PCWCHAR;
typedef const struct _WNF_STATE_NAME *PCWNF_STATE_NAME;
typedef const WCHAR *PCWSTR;
typedef const PCSTR *PCZPCSTR;
typedef const PCWSTR *PCZPCWSTR;
typedef CHAR *PSTR;
typedef const PSTR *PCZPSTR;
typedef WCHAR *PWSTR;
typedef const PWSTR *PCZPWSTR;
typedef PCZZSTR PCZZTSTR;
typedef const WCHAR *PCZZWSTR;
typedef DWORDLONG *PDWORDLONG;
typedef EXCEPTION_DISPOSITION (NTAPI *PEXCEPTION_ROUTINE)(void);
typedef HANDLE *PHANDLE;
typedef KIRQL *PKIRQL;
typedef ULONG *PULONG;
typedef PULONG PLCID;
typedef ULONG *PLOGICAL;
typedef LONG *PLONG;
typedef LONGLONG *PLONGLONG;
typedef NTSTATUS *PNTSTATUS;
typedef CHAR *PNZCH;
typedef PNZCH PNZTCH;
typedef WCHAR *PNZWCH;
typedef PSTRING POEM_STRING;
typedef LONG_PTR *PRTL_REFERENCE_COUNT;
typedef LONG *PRTL_REFERENCE_COUNT32;
typedef SCHAR *PSCHAR;
typedef SHORT *PSHORT;
typedef CHAR *PSZ;
typedef LPCH PTCH;
typedef char *PTCHAR;
#define PTIME PLARGE_INTEGER
typedef LPSTR PTSTR;
typedef unsigned char *PTUCHAR;
typedef UCHAR *PUCHAR;
typedef UCSCHAR *PUCSCHAR;
typedef UCSCHAR *PUCSSTR;
typedef ULONGLONG *PULONGLONG;
typedef UNICODE_STRING32 *PUNICODE_STRING32;
typedef UNICODE_STRING64 *PUNICODE_STRING64;
typedef PNZCH PUNZTCH;
typedef __unaligned WCHAR *PUNZWCH;
typedef UQUAD *PUQUAD;
typedef USHORT *PUSHORT;
typedef LPSTR PUTSTR;
typedef __unaligned UCSCHAR *PUUCSCHAR;
typedef __unaligned UCSCHAR *PUUCSSTR;
typedef __unaligned WCHAR *PUWSTR;
typedef CHAR *PZZSTR;
typedef PZZSTR PUZZTSTR;
typedef __unaligned WCHAR *PUZZWSTR;
typedef WCHAR *PWCHAR;
typedef PCSTR *PZPCSTR;
typedef PCWSTR *PZPCWSTR;
typedef PSTR *PZPSTR;
typedef PZPSTR PZPTSTR;
typedef PWSTR *PZPWSTR;
typedef PZZSTR PZZTSTR;
typedef WCHAR *PZZWSTR;

typedef enum _SUITE_TYPE {
    SmallBusiness,
    Enterprise,
    BackOffice,
    CommunicationServer,
    TerminalServer,
    SmallBusinessRestricted,
    EmbeddedNT,
    DataCenter,
    SingleUserTS,
    Personal,
    Blade,
    EmbeddedRestricted,
    SecurityAppliance,
    StorageServer,
    ComputeServer,
    WHServer,
    PhoneNT,
    MaxSuiteType,
} SUITE_TYPE;

#define TIME LARGE_INTEGER

typedef enum _TIMER_TYPE {
    NotificationTimer,
    SynchronizationTimer,
} TIMER_TYPE;

typedef enum _WAIT_TYPE {
    WaitAll,
    WaitAny,
    WaitNotification,
    WaitDequeue,
} WAIT_TYPE;

/* Results. NT_SUCCESS takes success and informational codes. learn.microsoft.com/windows-hardware/drivers/kernel/using-ntstatus-values */
#define NT_SUCCESS(Status) (((NTSTATUS)(Status)) >= 0)
#define NT_INFORMATION(Status) ((((ULONG)(Status)) >> 30) == 1)
#define NT_WARNING(Status) ((((ULONG)(Status)) >> 30) == 2)
#define NT_ERROR(Status) ((((ULONG)(Status)) >> 30) == 3)

/* Structures and members. */
#define UFIELD_OFFSET(type, field) ((ULONG)offsetof(type, field))
#define CONTAINING_RECORD(address, type, field) ((type *)((PCHAR)(address) - (ULONG_PTR)offsetof(type, field)))
#define TYPE_ALIGNMENT(t) FIELD_OFFSET(struct { char x; t test; }, test)
#define PROBE_ALIGNMENT(_s) TYPE_ALIGNMENT(ULONG)
#define PROBE_ALIGNMENT32(_s) TYPE_ALIGNMENT(ULONG)
#define RTL_CONTAINS_FIELD(Struct, Size, Field) ((((PCHAR)(&(Struct)->Field)) + sizeof((Struct)->Field)) <= (((PCHAR)(Struct)) + (Size)))
#define RTL_NUMBER_OF_V1(A) (sizeof(A) / sizeof((A)[0]))
#define RTL_NUMBER_OF_V2(A) RTL_NUMBER_OF_V1(A)
#define RTL_NUMBER_OF(A) RTL_NUMBER_OF_V1(A)
#define ARRAYSIZE(A) RTL_NUMBER_OF_V1(A)
#define RTL_FIELD_TYPE(type, field) (((type *)0)->field)
#define RTL_NUMBER_OF_FIELD(type, field) RTL_NUMBER_OF(RTL_FIELD_TYPE(type, field))
#define RTL_PADDING_BETWEEN_FIELDS(T, F1, F2)                                                                                                     \
    ((FIELD_OFFSET(T, F2) > FIELD_OFFSET(T, F1)) ? (FIELD_OFFSET(T, F2) - FIELD_OFFSET(T, F1) - RTL_FIELD_SIZE(T, F1))                            \
                                                 : (FIELD_OFFSET(T, F1) - FIELD_OFFSET(T, F2) - RTL_FIELD_SIZE(T, F2)))
#define RTL_CONST_CAST(type) (type)
#define RTL_BITS_OF(sizeOfArg) (sizeof(sizeOfArg) * 8)
#define RTL_BITS_OF_FIELD(type, field) (RTL_BITS_OF(RTL_FIELD_TYPE(type, field)))
#define C_ASSERT(e) _Static_assert((e), #e)
#define ARGUMENT_PRESENT(ArgumentPointer) ((CHAR *)(ULONG_PTR)(ArgumentPointer) != (CHAR *)NULL)
#define UNREFERENCED_PARAMETER(P) ((void)(P))
#define DBG_UNREFERENCED_PARAMETER(P) ((void)(P))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(V) ((void)(V))
#define DECLARE_HANDLE(name)                                                                                                                      \
    struct name##__ {                                                                                                                             \
        int unused;                                                                                                                               \
    };                                                                                                                                            \
    typedef struct name##__ *name
#define DEFINE_ENUM_FLAG_OPERATORS(ENUMTYPE)
#if FLUE_DDI_DRIVER
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif
#ifdef UNICODE
#define TEXT(quote) L##quote
#else
#define TEXT(quote) quote
#endif

/* Strings: Length and MaximumLength are bytes; Buffer need not be terminated. */
#define RTL_CONSTANT_STRING(s) {sizeof(s) - sizeof((s)[0]), sizeof(s), (void *)(s)}
#define DECLARE_CONST_UNICODE_STRING(_var, _string)                                                                                               \
    const WCHAR _var##_buffer[] = _string;                                                                                                        \
    const UNICODE_STRING _var = {sizeof(_string) - sizeof(WCHAR), sizeof(_string), (PWCH)_var##_buffer}
#define DECLARE_GLOBAL_CONST_UNICODE_STRING(_var, _str)                                                                                           \
    extern const DECLSPEC_SELECTANY UNICODE_STRING _var;                                                                                          \
    const DECLSPEC_SELECTANY UNICODE_STRING _var = RTL_CONSTANT_STRING(_str)
#define DECLARE_UNICODE_STRING_SIZE(_var, _size)                                                                                                  \
    WCHAR _var##_buffer[_size];                                                                                                                   \
    UNICODE_STRING _var = {0, (_size) * sizeof(WCHAR), _var##_buffer}

/* Object attributes: n is PUNICODE_STRING or NULL, r the root handle or NULL, s a security descriptor or NULL. */
#define InitializeObjectAttributes(p, n, a, r, s)                                                                                                 \
    do {                                                                                                                                          \
        (p)->Length = sizeof(OBJECT_ATTRIBUTES);                                                                                                  \
        (p)->RootDirectory = (r);                                                                                                                 \
        (p)->Attributes = (a);                                                                                                                    \
        (p)->ObjectName = (n);                                                                                                                    \
        (p)->SecurityDescriptor = (s);                                                                                                            \
        (p)->SecurityQualityOfService = NULL;                                                                                                     \
    } while (0)
#define RTL_CONSTANT_OBJECT_ATTRIBUTES(n, a) {sizeof(OBJECT_ATTRIBUTES), NULL, (PUNICODE_STRING)(n), (a), NULL, NULL}
#define RTL_INIT_OBJECT_ATTRIBUTES(n, a) RTL_CONSTANT_OBJECT_ATTRIBUTES(n, a)

/* Arithmetic. */
#define Int32x32To64(a, b) (((LONGLONG)((LONG)(a))) * ((LONGLONG)((LONG)(b))))
#define UInt32x32To64(a, b) (((ULONGLONG)((ULONG)(a))) * ((ULONGLONG)((ULONG)(b))))
#define Int64ShllMod32(a, b) (((ULONGLONG)(a)) << (b))
#define Int64ShraMod32(a, b) (((LONGLONG)(a)) >> (b))
#define Int64ShrlMod32(a, b) (((ULONGLONG)(a)) >> (b))
FORCEINLINE UCHAR ddi_rotl8(UCHAR v, UCHAR n) { return (UCHAR)(v << (n & 7) | v >> (-n & 7)); }
FORCEINLINE UCHAR ddi_rotr8(UCHAR v, UCHAR n) { return (UCHAR)(v >> (n & 7) | v << (-n & 7)); }
FORCEINLINE USHORT ddi_rotl16(USHORT v, UCHAR n) { return (USHORT)(v << (n & 15) | v >> (-n & 15)); }
FORCEINLINE USHORT ddi_rotr16(USHORT v, UCHAR n) { return (USHORT)(v >> (n & 15) | v << (-n & 15)); }
FORCEINLINE unsigned ddi_rotl32(unsigned v, int n) { return v << (n & 31) | v >> (-n & 31); }
FORCEINLINE unsigned ddi_rotr32(unsigned v, int n) { return v >> (n & 31) | v << (-n & 31); }
FORCEINLINE unsigned long long ddi_rotl64(unsigned long long v, int n) { return v << (n & 63) | v >> (-n & 63); }
FORCEINLINE unsigned long long ddi_rotr64(unsigned long long v, int n) { return v >> (n & 63) | v << (-n & 63); }
#define _rotl8 ddi_rotl8
#define _rotr8 ddi_rotr8
#define _rotl16 ddi_rotl16
#define _rotr16 ddi_rotr16
#ifndef _rotl
#define _rotl ddi_rotl32
#define _rotr ddi_rotr32
#endif
#define _rotl64 ddi_rotl64
#define _rotr64 ddi_rotr64
#define RotateLeft16 _rotl16
#define RotateLeft32 _rotl
#define RotateLeft64 _rotl64
#define RotateLeft8 _rotl8
#define RotateRight16 _rotr16
#define RotateRight32 _rotr
#define RotateRight64 _rotr64
#define RotateRight8 _rotr8
#define RTL_BALANCED_NODE_GET_PARENT_POINTER(Node) ((PRTL_BALANCED_NODE)((Node)->ParentValue & ~RTL_BALANCED_NODE_RESERVED_PARENT_MASK))
FORCEINLINE void ListEntry32To64(PLIST_ENTRY32 l32, PLIST_ENTRY64 l64)
{
    l64->Flink = (ULONGLONG)(LONGLONG)(LONG)l32->Flink;
    l64->Blink = (ULONGLONG)(LONGLONG)(LONG)l32->Blink;
}
FORCEINLINE void ListEntry64To32(PLIST_ENTRY64 l64, PLIST_ENTRY32 l32)
{
    l32->Flink = (ULONG)l64->Flink;
    l32->Blink = (ULONG)l64->Blink;
}

/* Pointers and integers. */
#define PtrToUlong(p) ((ULONG)(ULONG_PTR)(p))
#define PtrToLong(p) ((LONG)(LONG_PTR)(p))
#define PtrToUint(p) ((unsigned)(ULONG_PTR)(p))
#define PtrToInt(p) ((int)(LONG_PTR)(p))
#define PtrToUshort(p) ((USHORT)(ULONG_PTR)(p))
#define PtrToShort(p) ((SHORT)(LONG_PTR)(p))
#define ULongToPtr(u) ((PVOID)(ULONG_PTR)(ULONG)(u))
#define UlongToPtr(u) ULongToPtr(u)
#define LongToPtr(l) ((PVOID)(LONG_PTR)(LONG)(l))
#define UIntToPtr(u) ((PVOID)(ULONG_PTR)(unsigned)(u))
#define IntToPtr(i) ((PVOID)(LONG_PTR)(int)(i))
#define HandleToULong(h) ((ULONG)(ULONG_PTR)(h))
#define HandleToLong(h) ((LONG)(LONG_PTR)(h))
#define ULongToHandle(u) ((HANDLE)(ULONG_PTR)(ULONG)(u))
#define LongToHandle(l) ((HANDLE)(LONG_PTR)(LONG)(l))

/* Language identifiers. */
#define MAKELANGID(p, s) ((USHORT)((((USHORT)(s)) << 10) | (USHORT)(p)))
#define PRIMARYLANGID(lgid) ((USHORT)(lgid) & 0x3ff)
#define SUBLANGID(lgid) ((USHORT)(lgid) >> 10)
#define MAKELCID(lgid, srtid) ((ULONG)((((ULONG)((USHORT)(srtid))) << 16) | ((ULONG)((USHORT)(lgid)))))
#define MAKESORTLCID(lgid, srtid, ver) ((ULONG)((MAKELCID(lgid, srtid)) | (((ULONG)((USHORT)(ver))) << 20)))
#define LANGIDFROMLCID(lcid) ((USHORT)(lcid))
#define SORTIDFROMLCID(lcid) ((USHORT)((((ULONG)(lcid)) >> 16) & 0xf))
#define SORTVERSIONFROMLCID(lcid) ((USHORT)((((ULONG)(lcid)) >> 20) & 0xf))

#define EXTERN_C extern
#define EXTERN_C_START
#define EXTERN_C_END
/* COM and flag helpers that headers shared with user mode bring along. */
#define COMPILETIME_OR_2FLAGS(a, b) ((ULONG)(a) | (ULONG)(b))
#define COMPILETIME_OR_3FLAGS(a, b, c) ((ULONG)(a) | (ULONG)(b) | (ULONG)(c))
#define COMPILETIME_OR_4FLAGS(a, b, c, d) ((ULONG)(a) | (ULONG)(b) | (ULONG)(c) | (ULONG)(d))
#define COMPILETIME_OR_5FLAGS(a, b, c, d, e) ((ULONG)(a) | (ULONG)(b) | (ULONG)(c) | (ULONG)(d) | (ULONG)(e))
#define COMPILETIME_OR_6FLAGS(a, b, c, d, e, f) ((ULONG)(a) | (ULONG)(b) | (ULONG)(c) | (ULONG)(d) | (ULONG)(e) | (ULONG)(f))
#define DECLSPEC_UUID(x)
#define STDAPI_(type) EXTERN_C type NTAPI
#define STDAPIV_(type) EXTERN_C type __cdecl
#define STDMETHODIMP_(type) type NTAPI
#define STDMETHODIMPV_(type) type __cdecl
#define STDOVERRIDEMETHODIMP_(type) type NTAPI
#define STDOVERRIDEMETHODIMPV_(type) type __cdecl
#define IFACEMETHODIMP_(type) type NTAPI
#define IFACEMETHODIMPV_(type) type __cdecl

#endif
